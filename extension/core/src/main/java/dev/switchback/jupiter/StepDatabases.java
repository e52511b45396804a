package dev.switchback.jupiter;

import dev.switchback.fixture.Seeded;
import dev.switchback.migration.Migration;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Databases at exactly one migration. They are copies of one that only goes forward, so that the work grows
 * with the number of migrations and not with its square.
 */
final class StepDatabases implements StoreResource {

    private final SwitchbackSession session;
    private final DatabaseSettings settings;
    private final List<FixtureRows> rows;
    private Optional<Forward> forward = Optional.empty();

    private record Forward(Database database, MigrationVersion version) {}

    StepDatabases(SwitchbackSession session, RoundTripRequest request) {
        this.session = session;
        this.settings = request.database();
        this.rows = request.rows();
    }

    /** A new database after this migration, with the rows that have come in by then; the caller owns it. */
    synchronized Lease at(Migration migration, String borrower) {
        DatabaseSettings here = settings.at(MigrationVersion.fromVersion(migration.version()));
        Server server = session.server(settings);
        if (forward.isPresent() && forward.get().version().compareTo(here.target()) > 0) {
            close();
        }
        Database database = forward.map(Forward::database).orElseGet(server::create);
        MigrationVersion done = forward.map(Forward::version).orElse(MigrationVersion.EMPTY);
        forward = Optional.of(new Forward(database, here.target()));
        rows.stream()
                .filter(source -> source.version().compareTo(done) > 0)
                .filter(source -> source.version().compareTo(here.target()) <= 0)
                .forEach(source -> insert(source, database));
        session.migrate(here, database);
        Database copy = server.copy(database);
        return Lease.owning(new HeldDatabase(copy, () -> copy), here, session, seeded(here.target()), borrower);
    }

    private void insert(FixtureRows source, Database database) {
        session.migrate(settings.at(source.version()), database);
        source.insert(database.dataSource());
    }

    private Optional<Seeded> seeded(MigrationVersion version) {
        return rows.stream()
                .filter(source -> source.version().compareTo(version) <= 0)
                .reduce((first, later) -> later)
                .map(FixtureRows::seeded);
    }

    @Override
    public synchronized void close() {
        forward.map(Forward::database).ifPresent(Database::close);
        forward = Optional.empty();
    }
}
