package dev.switchback.migration.rows;

import java.sql.SQLException;
import java.util.Map;

/** Moves the sequences that a {@link RowReader} has read. Implemented once per product. */
public interface SequencePositions {

    /**
     * Puts the sequences that exist in both back to where they were, because no undo can: sequences are not transactional. A
     * sequence goes back no further than to a value that a row holds now which it has given since, be the row in a table of
     * the schema that was read or in any other, and not at all where that cannot be told.
     *
     * @return where the sequences stand that had moved
     */
    Map<String, RowSnapshot.Position> rewind(RowSnapshot now, RowSnapshot before) throws SQLException;

    /** Sets sequences, which the last reading saw, to other positions. */
    void set(Map<String, RowSnapshot.Position> sequences) throws SQLException;
}
