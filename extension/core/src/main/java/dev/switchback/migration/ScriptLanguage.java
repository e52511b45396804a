package dev.switchback.migration;

import java.sql.Connection;
import java.sql.SQLException;

/** The language of scripts, as one product knows it. Implemented once per product; keeps no state. */
public interface ScriptLanguage {

    /**
     * Whether what a script does may be noticed in another database of the server, such as a role that is made. In doubt
     * it may, which costs nothing but time: such scripts do not run at the same time as others.
     */
    boolean concernsServer(String text);

    /**
     * The remark on a statement that failed, beyond the server's own words, such as that a newer server would
     * understand it; empty for nothing.
     */
    default String remark(Connection observer, FailedStatement failed) throws SQLException {
        return "";
    }
}
