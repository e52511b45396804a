package dev.switchback.jupiter;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** New connections to a leased database, as long as it is leased. */
final class LeasedDataSource implements DataSource {

    private final Source source;
    private final OpenedConnections opened;
    private final Object database;

    /** Gives the source of a database, or says why there is none. */
    @FunctionalInterface
    interface Source {
        DataSource get() throws SQLException;
    }

    /** @param database whose text is the name in this one's */
    LeasedDataSource(Source source, OpenedConnections opened, Object database) {
        this.source = source;
        this.opened = opened;
        this.database = database;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return opened.add(source.get().getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return opened.add(source.get().getConnection(user, password));
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        DataSource plain = source.get();
        return type.isInstance(plain) ? type.cast(plain) : plain.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        DataSource plain = source.get();
        return type.isInstance(plain) || plain.isWrapperFor(type);
    }

    @Override
    public @Nullable PrintWriter getLogWriter() throws SQLException {
        return source.get().getLogWriter();
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) throws SQLException {
        source.get().setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.get().setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.get().getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
    }

    /** Without a password. */
    @Override
    public String toString() {
        return "DataSource of " + database;
    }
}
