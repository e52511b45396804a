package dev.switchback.migration;

import dev.switchback.schema.Schema;
import java.sql.SQLException;

/** Reads what is in the tables, over one session again and again. To be implemented once per product. */
public interface RowReader {

    /**
     * Reads how many rows each table of the schema holds, a digest of their content, and the positions of the
     * sequences. The digest depends neither on the order of rows or columns nor on the session's settings.
     */
    Rows read(Schema schema) throws SQLException;

    /**
     * Puts the sequences that exist in both back to where they were, unless they cannot be there any more: no undo can, for
     * sequences are not transactional.
     */
    void rewind(Rows now, Rows before) throws SQLException;
}
