package dev.switchback.jupiter;

import dev.switchback.provision.Database;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/** A database in the hands of one test or class: when that is over, nobody gets connections from it any more. Thread-safe. */
final class LeasedDatabase implements Database {

    private final HeldDatabase held;
    private final String borrower;
    private final OpenedConnections opened;
    private final Map<String, String> properties;
    private volatile boolean isOver;

    /**
     * @param borrower the test or class, as {@link ConfigurationErrors} names it
     * @param properties of the driver, for each session
     */
    LeasedDatabase(HeldDatabase held, String borrower, OpenedConnections opened, Map<String, String> properties) {
        this.held = held;
        this.borrower = borrower;
        this.opened = opened;
        this.properties = Map.copyOf(properties);
    }

    /** From now on there are no connections. */
    void end() {
        isOver = true;
    }

    String borrower() {
        return borrower;
    }

    @Override
    public String name() {
        return held.current().name();
    }

    @Override
    public String url() {
        return held.current().url();
    }

    @Override
    public String user() {
        return held.current().user();
    }

    @Override
    public String password() {
        return held.current().password();
    }

    @Override
    public DataSource dataSource() {
        return dataSource(Map.of());
    }

    @Override
    public DataSource dataSource(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(properties);
        all.putAll(more);
        return new LeasedDataSource(() -> lent().dataSource(all), opened, this);
    }

    private Database lent() throws SQLException {
        if (isOver) {
            throw new SQLNonTransientConnectionException(
                    borrower
                            + " is over, and so is its database: there are no more connections. A thread that outlives its"
                            + " test would work on the rows of another; end it, or wait for it, before the test ends.",
                    "08003");
        }
        return held.current();
    }

    @Override
    public void close() {
        held.current().close();
    }

    @Override
    public String toString() {
        return held.current().toString();
    }
}
