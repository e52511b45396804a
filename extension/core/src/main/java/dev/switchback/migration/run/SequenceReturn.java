package dev.switchback.migration.run;

import java.sql.SQLException;

/** A way back of a database's sequences to where they stood at one moment. Rows that are taken back leave them moved. */
public interface SequenceReturn {

    /** Puts them back, over the connection over which they were seen. */
    void run() throws SQLException;
}
