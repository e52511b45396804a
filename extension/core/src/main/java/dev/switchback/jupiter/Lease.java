package dev.switchback.jupiter;

import dev.switchback.fixture.Seeded;
import dev.switchback.jupiter.TestTimes.Phase;
import dev.switchback.migration.MigrationsException;
import dev.switchback.provision.Database;
import dev.switchback.provision.ProvisionException;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.opentest4j.AssertionFailedError;

/** The database that one test or one class works with, and its one session; ends with the scope that asked for it. */
final class Lease implements StoreResource {

    /** A session is asked for a sign of life only where that begins no transaction. */
    private static final int SECONDS_TO_ANSWER = 5;

    private final SwitchbackSession session;
    private final DatabaseSettings settings;
    private final HeldDatabase held;
    private final LeasedDatabase database;
    private final OpenedConnections opened;
    private final Optional<Seeded> seeded;
    private final boolean isOwner;
    private final Supplier<Optional<Connection>> transaction;
    private final AtomicBoolean hasFailedIn = new AtomicBoolean();
    private Consumer<Database> atEnd = database -> {};
    private Optional<Connection> connection = Optional.empty();

    private Lease(
            SwitchbackSession session,
            DatabaseSettings settings,
            HeldDatabase held,
            OpenedConnections opened,
            Optional<Seeded> seeded,
            boolean isOwner,
            String borrower,
            Supplier<Optional<Connection>> transaction) {
        this.session = session;
        this.settings = settings;
        this.held = held;
        this.opened = opened;
        this.database = new LeasedDatabase(held, borrower, opened, settings.properties());
        this.seeded = seeded.map(rows -> rows.in(database.dataSource()));
        this.isOwner = isOwner;
        this.transaction = transaction;
    }

    /** The same database in a session of its own, for another borrower; it ends with the other lease. */
    Lease sharing(String borrower) {
        return new Lease(session, settings, held, opened, seeded, false, borrower, transaction);
    }

    /** A test begins to work with the database alone: see {@link HeldDatabase#enter}. */
    void enter(String test) {
        held.enter(test, database.borrower());
    }

    /** The test that has begun is over. */
    void leave() {
        held.leave();
    }

    /** Brings the database back to its seeded state, or puts another in its place: see {@link HeldDatabase#bringBack}. */
    void bringBack(String moment, String more) {
        TestTimes.of(Phase.RESET, () -> held.bringBack(moment, database.borrower(), more, this::busy));
    }

    /** The connections that still do something, with where they were opened; empty if that cannot be told. */
    private String busy() {
        try {
            return opened.busy(held.current());
        } catch (SQLException theMessageHasTheSessionAnyway) {
            return "";
        }
    }

    /** Ends what connections still do that were opened for this lease, and tells it; empty if they do nothing. */
    String endBusy() {
        return ended(() -> opened.endBusy(held.current()));
    }

    /** Ends all connections that were opened for this lease, and tells what they still did. */
    String endAll() {
        return ended(() -> opened.endAll(held.current()));
    }

    private interface Ending {
        String run() throws SQLException;
    }

    private static String ended(Ending ending) {
        try {
            return ending.run();
        } catch (SQLException theDatabaseIsGone) {
            return "";
        }
    }

    /** The same database after its migration up or down to a version; it is dropped if that fails. */
    Lease migratedTo(MigrationVersion end) {
        boolean arrived = false;
        try {
            session.migrations(settings, database)
                    .withUndo(settings.flyway().undo().toArray(String[]::new))
                    .to(end.getVersion());
            arrived = true;
            return new Lease(
                    session, settings.at(end), held, opened, seeded, isOwner, database.borrower(), transaction);
        } catch (MigrationsException e) {
            throw new AssertionFailedError(String.valueOf(e.getMessage()), e);
        } finally {
            if (!arrived) {
                close();
            }
        }
    }

    /** A database of the caller's making, which ends with the lease. */
    static Lease owning(Database database, DatabaseSettings settings, SwitchbackSession session, String borrower) {
        return owning(new HeldDatabase(database), settings, session, Optional.empty(), borrower);
    }

    /** A database of the caller's making, with rows. */
    static Lease owning(
            HeldDatabase database,
            DatabaseSettings settings,
            SwitchbackSession session,
            Optional<Seeded> seeded,
            String borrower) {
        return new Lease(session, settings, database, new OpenedConnections(), seeded, true, borrower, Optional::empty);
    }

    /** A database that others have, too, and which ends when nobody has it. */
    static Lease borrowing(
            HeldDatabase database,
            DatabaseSettings settings,
            SwitchbackSession session,
            Optional<Seeded> seeded,
            String borrower) {
        return new Lease(
                session, settings, database, new OpenedConnections(), seeded, false, borrower, Optional::empty);
    }

    /** The database of an application, which ends with that. */
    static Lease of(ApplicationDatabase application, Optional<Seeded> seeded, String borrower) {
        return new Lease(
                application.session(),
                application.settings(),
                new HeldDatabase(application.database()),
                new OpenedConnections(),
                seeded,
                false,
                borrower,
                application::transaction);
    }

    /** Has somebody look at the database when the lease ends: its session has ended, and the database is still there. */
    Lease atEnd(Consumer<Database> action) {
        atEnd = action;
        return this;
    }

    /** A test that shares the database has failed. */
    void failedIn() {
        hasFailedIn.set(true);
    }

    boolean hasFailedIn() {
        return hasFailedIn.get();
    }

    String borrower() {
        return database.borrower();
    }

    /** The database as it is after the lease, too. */
    Database current() {
        return held.current();
    }

    DatabaseSettings settings() {
        return settings;
    }

    Database database() {
        return database;
    }

    DataSource dataSource() {
        return seeded.<DataSource>map(rows -> new SeededDataSource(database.dataSource(), rows))
                .orElseGet(database::dataSource);
    }

    /** The seeded rows; empty if none were asked for. */
    Optional<Seeded> seeded() {
        return seeded;
    }

    Flyway flyway() {
        return session.flyway(settings, database);
    }

    Schema schema() {
        return session.migrations(settings, database).schema(connection());
    }

    /**
     * The session of the lease, a new one after the last was closed or lost; or that of the transaction which a framework has begun
     * for the test.
     */
    synchronized Connection connection() {
        Optional<Connection> begun = transaction.get();
        if (begun.isPresent()) {
            return begun.get();
        }
        if (connection.isEmpty() || isLost(connection.get())) {
            connection.ifPresent(Lease::closeLost);
            connection = Optional.of(connect());
        }
        return connection.get();
    }

    /** One that did not answer in time may still be open. */
    private static void closeLost(Connection lost) {
        try {
            lost.close();
        } catch (SQLException goneAlready) {
            // it is replaced
        }
    }

    private static boolean isLost(Connection connection) {
        try {
            return connection.isClosed() || (connection.getAutoCommit() && !connection.isValid(SECONDS_TO_ANSWER));
        } catch (SQLException e) {
            return true;
        }
    }

    private Connection connect() {
        try {
            return database.dataSource().getConnection();
        } catch (SQLException e) {
            throw new ProvisionException("No session on the test database of " + database + ": " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized void close() {
        database.end();
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (SQLException e) {
            throw new ProvisionException("The session on the test database of " + database + " does not close", e);
        } finally {
            try {
                Consumer<Database> once = atEnd;
                atEnd = database -> {};
                once.accept(held.current());
            } finally {
                if (isOwner) {
                    database.close();
                }
            }
        }
    }
}
