package dev.switchback.jupiter;

import dev.switchback.Reset;
import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.Seeded;
import dev.switchback.migration.Migrations;
import dev.switchback.provision.Database;
import dev.switchback.provision.ProvisionException;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** The database that one test or one class works with, and its one session; ends with the scope that asked for it. */
final class Lease implements Resource {

    private record OfTest(String uniqueId, Wanted wanted) {}

    private record OfClass(Wanted wanted) {}

    /** A database and what is in it. */
    private record Wanted(DatabaseSettings settings, Seeding seeding) {

        Lease ofTest(SwitchbackSession session) {
            return from(session, seeding.reset() == Reset.ROWS ? session.seededDatabases()::take : SeededTemplate::copy);
        }

        Lease ofClass(SwitchbackSession session) {
            return from(
                    session,
                    seeding.reset() == Reset.NONE ? SeededTemplate::copy : session.seededDatabases()::resettable);
        }

        /** For a test that changes the schema. */
        Lease alone(SwitchbackSession session) {
            return from(session, SeededTemplate::copy);
        }

        private Lease from(SwitchbackSession session, Function<SeededTemplate, Database> way) {
            if (seeding.isEmpty()) {
                return owning(session.database(settings), settings, session);
            }
            SeededTemplate template = session.seeded(settings, seeding);
            Database database = way.apply(template);
            Seeded seeded = template.seeded().in(database.dataSource());
            return new Lease(session, settings, database, Optional.of(seeded), true);
        }
    }

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

    /**
     * What the context works with. A class that asks gets a database for all its tests; a test gets that one or, if
     * its class never asked, one of its own. A test of a migration always gets one of its own.
     */
    static Lease of(ExtensionContext context) {
        Wanted wanted = new Wanted(DatabaseSettings.of(context), Seeding.of(context));
        SwitchbackSession session = SwitchbackSession.of(context);
        Store store = context.getStore(Resource.NAMESPACE);
        OfClass ofClass = new OfClass(wanted);
        if (context.getTestMethod().isEmpty()) {
            return Resource.in(store, ofClass, Lease.class, () -> wanted.ofClass(session));
        }
        Optional<MigrationPassage> passage = MigrationPassage.of(context);
        if (passage.isPresent()) {
            return Resource.in(
                    store, MigrationPassage.class, Lease.class, () -> wanted.alone(session).after(passage.get()));
        }
        return Resource.in(store, new OfTest(context.getUniqueId(), wanted), Lease.class, () -> Optional.ofNullable(
                        store.get(ofClass, Lease.class))
                .map(shared -> new Lease(session, shared.settings, shared.database, shared.seeded, false))
                .orElseGet(() -> wanted.ofTest(session)));
    }

    /** Brings the database that a class shares back to its seeded state, if there is one and its tests expect that. */
    static void reset(ExtensionContext test) {
        Seeding seeding = Seeding.of(test);
        if (!seeding.isEmpty() && seeding.reset() != Reset.NONE) {
            OfClass ofClass = new OfClass(new Wanted(DatabaseSettings.of(test), seeding));
            Lease shared = test.getStore(Resource.NAMESPACE).get(ofClass, Lease.class);
            if (shared != null) {
                shared.reset();
            }
        }
    }

    private void reset() {
        if (!(database instanceof LentDatabase lent)) {
            throw new FixtureException(
                    "The database that the class shares cannot be brought back to its seeded state: the role may not write rows"
                            + " without their triggers, which a superuser may.\n\nTake databases in the tests and not in a"
                            + " @BeforeAll method, or let each test find what the tests before it left, with"
                            + " reset = Reset.NONE.");
        }
        lent.reset();
    }

    /** The same database, migrated; it is dropped if that fails. */
    private Lease after(MigrationPassage passage) {
        boolean arrived = false;
        try {
            passage.run(settings, database, session);
            arrived = true;
            return new Lease(session, settings.at(passage.to()), database, seeded, isOwner);
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

    /** What was seeded; empty if nothing was asked to be. */
    Optional<Seeded> seeded() {
        return seeded;
    }

    Flyway flyway() {
        return session.flyway(settings, database);
    }

    Schema schema() {
        return Migrations.of(flyway()).schema(connection());
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
