package dev.switchback.cli;

import dev.switchback.migration.HeadChecks;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.report.HistoryReport;
import dev.switchback.report.MigrationReport;
import dev.switchback.report.ScriptFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;

/** The judgment of migrations on one server. */
record RoundTrips(Server server, Configuration flyway, RoundTripSettings settings) {

    /** The verdict on each migration. */
    MigrationReport roundTrip() {
        return report(history().with(prepared().run(step -> {})));
    }

    /** The same, and the checks of all migrations together. */
    MigrationReport allChecks() {
        HistoryReport history = history().with(prepared().run(step -> {}));
        try (HeadChecks checks = HeadChecks.of(server, flyway, settings)) {
            history.with(checks.appliesOnAnEmptyDatabase())
                    .with(checks.runningAgainChangesNothing())
                    .with(checks.repeatablesAreRepeatable())
                    .with(checks.historyIsValid());
        }
        return report(history);
    }

    /** That there is nothing to judge is a mistake in the call. */
    private RoundTrip prepared() {
        try {
            return RoundTrip.of(server, flyway, settings);
        } catch (MigrationsException e) {
            throw CommandException.wrongUse(String.valueOf(e.getMessage()).strip());
        }
    }

    private HistoryReport history() {
        return new HistoryReport(ScriptFiles.in(Path.of(""), locations()));
    }

    private MigrationReport report(HistoryReport history) {
        return MigrationReport.of(history.judged(String.join(", ", locations()), Instant.now()));
    }

    private List<String> locations() {
        return Arrays.stream(flyway.getLocations()).map(Object::toString).toList();
    }
}
