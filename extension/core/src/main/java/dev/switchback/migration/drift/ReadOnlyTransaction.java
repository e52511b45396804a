package dev.switchback.migration.drift;

import java.sql.Connection;
import java.sql.SQLException;
import org.apiguardian.api.API;

/** A transaction in which the server refuses to write. */
@API(status = API.Status.INTERNAL)
public final class ReadOnlyTransaction {

    private ReadOnlyTransaction() {}

    /** The one who reads. */
    public interface Reading<T> {
        T read() throws SQLException;
    }

    /** Reads in a transaction of a connection that is in none; afterwards the session is what it was. */
    public static <T> T on(Connection connection, Reading<T> reading) throws SQLException {
        boolean wasReadOnly = connection.isReadOnly();
        boolean wasAutoCommit = connection.getAutoCommit();
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
        try {
            return reading.read();
        } finally {
            connection.rollback();
            connection.setAutoCommit(wasAutoCommit);
            connection.setReadOnly(wasReadOnly);
        }
    }
}
