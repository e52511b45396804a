package dev.switchback.migration;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.configuration.Configuration;

/** All that a run needs to do its work: where databases are made, what runs on them, and how they are looked at. */
record Lab(
        Server server,
        Configuration configuration,
        MigrationScripts scripts,
        MigrationDialect dialect,
        PhaseRun flyway,
        RowSources rows,
        List<String> excluded) {

    static Lab of(Server server, Configuration configuration, MigrationScripts scripts, RoundTripSettings settings) {
        MigrationDialect dialect = MigrationDialects.of(server.product());
        return new Lab(
                server,
                configuration,
                scripts,
                dialect,
                new PhaseRun(configuration, scripts, dialect, Optional.of(settings.timeLimit())),
                new RowSources(settings.rows(), scripts.migrations()),
                settings.excluded());
    }

    List<ScriptPair> pairs() {
        return scripts.pairs();
    }

    Camera camera(Database database) {
        return Camera.on(database, dialect, configuration, excluded);
    }
}
