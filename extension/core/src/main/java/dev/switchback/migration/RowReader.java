package dev.switchback.migration;

import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;

/** Reads what is in the tables. To be implemented once per product; keeps no state. */
public interface RowReader {

    /** Makes a session ready to be read through many times, schema and rows. */
    void prepare(Connection connection) throws SQLException;

    /**
     * Reads how many rows each table of the schema holds, a digest of their content, and the positions of the
     * sequences. The digest depends neither on the order of rows or columns nor on the session's settings.
     */
    Rows read(Connection connection, Schema schema) throws SQLException;

    /** Puts the sequences that exist in both back to where they were: no undo can, for sequences are not transactional. */
    void rewind(Connection connection, Rows now, Rows before) throws SQLException;
}
