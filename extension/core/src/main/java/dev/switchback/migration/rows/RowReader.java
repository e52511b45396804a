package dev.switchback.migration.rows;

import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the rows of the tables, over one session again and again. Implemented once per product. */
public interface RowReader {

    /**
     * Reads how many rows each table of the schema holds, a digest of their content, and the positions of the
     * sequences. The digest depends neither on the order of rows or columns nor on the session's settings.
     *
     * @param touched what alone may have changed since the last time, as {@link #touchedBy} says; empty if anything may
     */
    RowSnapshot read(Schema schema, Optional<ScriptEffects> touched) throws SQLException;

    /**
     * Reads all rows of some tables, each value as a text that does not depend on the session's settings.
     *
     * @param tables qualified names; what is not there has no rows
     * @param most a table that holds more rows is left out
     * @return the rows by the tables' names
     */
    Map<String, TableRows> readAll(Schema schema, Set<String> tables, int most) throws SQLException;

    /**
     * Notes which transaction another session has open, one that runs no script, before it does anything: {@link #touchedBy} can tell
     * of it then.
     */
    default void begin(Connection session) throws SQLException {}

    /**
     * The effects that another session's open transaction may have had or will have when it commits; empty if they cannot be known.
     * The transaction must be the one in which {@code ScriptSessions.refresh} or {@link #begin} was called, or nothing is known.
     */
    Optional<ScriptEffects> touchedBy(Connection session) throws SQLException;

    /** The qualified names of the tables that hold rows, whatever these say. */
    Set<String> filledTables() throws SQLException;

    /** The sequences of the tables that were read. */
    SequencePositions sequences();
}
