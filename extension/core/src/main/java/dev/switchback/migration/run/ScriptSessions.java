package dev.switchback.migration.run;

import dev.switchback.migration.DriverProperties;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.configuration.Configuration;

/** The sessions in which scripts run, as one product knows them. Implemented once per product; keeps no state. */
public interface ScriptSessions {

    /**
     * Makes a session as good as new: no temporary object, setting, lock or prepared statement is left. May be called
     * inside a transaction that has done nothing yet.
     *
     * @param flyway says what every new session is given: its schemas and its initial SQL
     * @param held what it may have to let go of
     */
    void refresh(Connection session, Configuration flyway, Held held) throws SQLException;

    /** The state that a session has beyond its transaction. */
    enum Held {
        /** Nothing but Flyway's own lock, and plans of Flyway's own statements. */
        NOTHING,
        /** Perhaps locks that scripts took, or plans of what they prepared or called. */
        PERHAPS_SOMETHING
    }

    /** Gives a session the schemas of another one, in which Flyway has set them, in which names are looked up. */
    default void align(Connection session, Connection flyway) throws SQLException {
        session.setSchema(flyway.getSchema());
    }

    /** The way back of the database's sequences to where this session finds them now. */
    SequenceReturn sequences(Connection session) throws SQLException;

    /** The server's id of this session, so that another one can name it. */
    long idOf(Connection session) throws SQLException;

    /** Cancels what a session does, and says what it did just before. Does not wait until it is over. */
    SessionActivity cancel(Connection observer, long session) throws SQLException;

    /** Properties of the JDBC driver that make connections faster. */
    default DriverProperties driverProperties() {
        return DriverProperties.NONE;
    }
}
