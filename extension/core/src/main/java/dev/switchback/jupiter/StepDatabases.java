package dev.switchback.jupiter;

import dev.switchback.migration.Migration;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/**
 * Databases that stand exactly at one migration. They are copies of one that only goes forward, so that the work grows
 * with the number of migrations and not with its square.
 */
final class StepDatabases implements Resource {

    private final SwitchbackSession session;
    private final DatabaseSettings settings;
    private Optional<Forward> forward = Optional.empty();

    private record Forward(Database database, MigrationVersion version) {}

    StepDatabases(SwitchbackSession session, DatabaseSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** A new database after this migration; the caller owns it. */
    synchronized Lease at(Migration migration) {
        DatabaseSettings here = settings.at(MigrationVersion.fromVersion(migration.version()));
        Server server = session.server(settings.server());
        if (forward.isPresent() && forward.get().version().compareTo(here.target()) > 0) {
            close();
        }
        Database database = forward.map(Forward::database).orElseGet(server::create);
        forward = Optional.of(new Forward(database, here.target()));
        session.migrate(here, database);
        return Lease.owning(server.copy(database), here, session);
    }

    @Override
    public synchronized void close() {
        forward.map(Forward::database).ifPresent(Database::close);
        forward = Optional.empty();
    }
}
