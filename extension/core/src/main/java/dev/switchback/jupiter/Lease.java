package dev.switchback.jupiter;

import dev.switchback.fixture.Seeded;
import dev.switchback.migration.Migrations;
import dev.switchback.provision.Database;
import dev.switchback.provision.ProvisionException;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store;

/** The database that one test or one class works with, and its one session; ends with the scope that asked for it. */
final class Lease implements Resource {

    private record OfTest(String uniqueId, Wanted wanted) {}

    private record OfClass(Wanted wanted) {}

    /** A database and what is in it. */
    private record Wanted(DatabaseSettings settings, Seeding seeding) {

        Lease from(SwitchbackSession session) {
            if (seeding.isEmpty()) {
                return owning(session.database(settings), settings, session);
            }
            SeededTemplate template = session.seeded(settings, seeding);
            Database database = template.database();
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
        Supplier<Lease> own = () -> wanted.from(session);
        if (context.getTestMethod().isEmpty()) {
            return Resource.in(store, ofClass, Lease.class, own);
        }
        Optional<MigrationPassage> passage = MigrationPassage.of(context);
        if (passage.isPresent()) {
            return Resource.in(
                    store, MigrationPassage.class, Lease.class, () -> own.get().after(passage.get()));
        }
        return Resource.in(store, new OfTest(context.getUniqueId(), wanted), Lease.class, () -> Optional.ofNullable(
                        store.get(ofClass, Lease.class))
                .map(shared -> new Lease(session, shared.settings, shared.database, shared.seeded, false))
                .orElseGet(own));
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
