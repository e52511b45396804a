package dev.switchback.migration;

import java.sql.SQLException;
import java.util.Optional;

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
     *
     * @throws SQLException if the server was asked for its version, and could not be
     */
    default String remark(ServerVersion server, FailedStatement failed) throws SQLException {
        return "";
    }

    /** The version of a server; each call may open a connection. */
    interface ServerVersion {

        int major() throws SQLException;
    }

    /**
     * A statement that puts the text of another one together while it runs, and then runs it, so that neither a tool that
     * looks for some characters nor one that cuts scripts into statements meets it; empty if there is no such statement.
     *
     * @param avoided the characters that must not stand in it; empty for none
     */
    default Optional<String> assembled(String statement, String avoided) {
        return Optional.empty();
    }

    /** The statement that takes back a change of role within a session; empty if there is none. */
    default Optional<String> resetRole() {
        return Optional.empty();
    }
}
