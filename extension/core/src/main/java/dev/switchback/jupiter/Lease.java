package dev.switchback.jupiter;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.Seeded;
import dev.switchback.migration.MigrationsException;
import dev.switchback.provision.Database;
import dev.switchback.provision.ProvisionException;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.opentest4j.AssertionFailedError;

/** The database that one test or one class works with, and its one session; ends with the scope that asked for it. */
final class Lease implements StoreResource {

    private final SwitchbackSession session;
    private final DatabaseSettings settings;
    private final Database database;
    private final Optional<Seeded> seeded;
    private final boolean isOwner;
    private Optional<Connection> connection = Optional.empty();

    private Lease(
            SwitchbackSession session,
            DatabaseSettings settings,
            Database database,
            Optional<Seeded> seeded,
            boolean isOwner) {
        this.session = session;
        this.settings = settings;
        this.database = database;
        this.seeded = seeded;
        this.isOwner = isOwner;
    }

    /** The same database in a session of its own; it ends with the other lease. */
    Lease sharing() {
        return new Lease(session, settings, database, seeded, false);
    }

    /** Brings the database back to its seeded state. */
    void reset() {
        if (!(database instanceof LentDatabase lent)) {
            throw new FixtureException(
                    "The database that the class shares cannot be brought back to its seeded state: the role may not write rows"
                            + " without their triggers, which a superuser may.\n\nTake databases in the tests and not in a"
                            + " @BeforeAll method, or let each test find what the tests before it left, with"
                            + " reset = Reset.NONE.");
        }
        lent.reset();
    }

    /** The same database after its migration up or down to a version; it is dropped if that fails. */
    Lease migratedTo(MigrationVersion end) {
        boolean arrived = false;
        try {
            session.migrations(settings, database)
                    .withUndo(settings.flyway().undo().toArray(String[]::new))
                    .to(end.getVersion());
            arrived = true;
            return new Lease(session, settings.at(end), database, seeded, isOwner);
        } catch (MigrationsException e) {
            throw new AssertionFailedError(String.valueOf(e.getMessage()), e);
        } finally {
            if (!arrived) {
                close();
            }
        }
    }

    /** A database of the caller's making, which ends with the lease. */
    static Lease owning(Database database, DatabaseSettings settings, SwitchbackSession session) {
        return new Lease(session, settings, database, Optional.empty(), true);
    }

    /** A database of the caller's making, with rows. */
    static Lease owning(
            Database database, DatabaseSettings settings, SwitchbackSession session, Optional<Seeded> seeded) {
        return new Lease(session, settings, database, seeded, true);
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

    synchronized Connection connection() {
        if (connection.isEmpty()) {
            connection = Optional.of(connect());
        }
        return connection.get();
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
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (SQLException e) {
            throw new ProvisionException("The session on the test database of " + database + " does not close", e);
        } finally {
            if (isOwner) {
                database.close();
            }
        }
    }
}
