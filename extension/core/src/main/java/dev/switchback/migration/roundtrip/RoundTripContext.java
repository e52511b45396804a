package dev.switchback.migration.roundtrip;

import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.rows.RowSources;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.PhaseRun;
import dev.switchback.migration.script.MigrationScripts;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.migration.verdicts.KnownVerdicts;
import dev.switchback.migration.verdicts.VerdictInputs;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.SchemaTracker;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.configuration.Configuration;

/** All that a run needs to do its work: where databases are made, what runs on them, and how they are looked at. */
public record RoundTripContext(
        Server server,
        Configuration configuration,
        MigrationScripts scripts,
        MigrationDialect dialect,
        PhaseRun flyway,
        RowSources rows,
        SnapshotReader.Excluding excluding,
        KnownVerdicts known) {

    /**
     * Prepares a round trip.
     *
     * @param first the index of the first migration that is judged
     * @param scratch a database that is empty
     */
    public static RoundTripContext of(
            Server server,
            Configuration configuration,
            MigrationScripts scripts,
            RoundTripSettings settings,
            int first,
            Database scratch) {
        MigrationDialect dialect = MigrationDialect.ofProduct(server.product());
        return new RoundTripContext(
                server,
                configuration,
                scripts,
                dialect,
                new PhaseRun(configuration, scripts, dialect, Optional.of(settings.timeLimit())),
                new RowSources(settings.rows(), scripts.migrations()),
                SnapshotReader.Excluding.by(settings.excluded()),
                KnownVerdicts.of(
                        new VerdictInputs(configuration, scripts, settings, first, dialect.scripts()),
                        server,
                        scratch));
    }

    public List<ScriptPair> pairs() {
        return scripts.pairs();
    }

    /** Whether a step was judged to the end, and nothing in it fails. */
    boolean holds(MigrationStep step) {
        return KnownVerdicts.holds(step, pairs().get(scripts.migrations().indexOf(step.migration())));
    }

    /** Snapshots of a database that is a copy of one of which something is known. */
    SnapshotReader snapshots(Database database, Optional<SchemaTracker.Known> known) {
        return SnapshotReader.on(database, dialect, configuration, excluding, known);
    }

    /** Runs a migration up. */
    void up(Database database, ScriptPair pair) throws PhaseFailure {
        run(TriedScripts.MIGRATION, database, pair);
    }

    /** Runs scripts of a step. */
    void run(TriedScripts scripts, Database database, ScriptPair pair) throws PhaseFailure {
        flyway.on(database, scripts.phases(pair, pairs()), new PhaseRun.Listener() {});
    }
}
