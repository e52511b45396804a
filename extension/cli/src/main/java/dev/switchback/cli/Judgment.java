package dev.switchback.cli;

import dev.switchback.lint.Lint;
import dev.switchback.lint.LintSettings;
import dev.switchback.lint.files.MigrationFiles;
import dev.switchback.migration.HeadChecks;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripProgress;
import dev.switchback.migration.RoundTripResult;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.script.ScriptFindings;
import dev.switchback.provision.Server;
import dev.switchback.report.HistoryReport;
import dev.switchback.report.MigrationReport;
import dev.switchback.report.ScriptFiles;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.configuration.Configuration;

/** The judgment of migrations, as a report. */
record Judgment(Configuration flyway, Environment environment) {

    /** The verdict on each migration. */
    MigrationReport roundTrip(Server server, RoundTripSettings settings) {
        return report(history(settings.undo()).with(run(server, settings), settings));
    }

    /** The effect of each migration on a running system, and the names, texts and history of the files. */
    MigrationReport lint(Server server, LintSettings settings) {
        requireFiles();
        return report(history().with(Lint.of(server, flyway, settings).run()));
    }

    /** Names, texts and history of the files alone. */
    MigrationReport lintOfFiles(LintSettings settings) {
        requireFiles();
        return report(history().withFiles(Lint.ofFiles(flyway, settings)));
    }

    /**
     * All of it, with the checks of all migrations together.
     *
     * @param range what the round trip judges; empty if no versioned migration is new
     */
    MigrationReport allChecks(
            Server server, RoundTripSettings settings, Optional<RoundTripSettings> range, LintSettings lint) {
        HistoryReport history = history(settings.undo());
        range.ifPresent(each -> history.with(run(server, each), each));
        try (HeadChecks checks = HeadChecks.of(server, flyway, settings)) {
            history.with(checks.appliesOnAnEmptyDatabase())
                    .with(checks.runningAgainChangesNothing())
                    .with(checks.repeatablesAreRepeatable())
                    .with(checks.historyIsValid());
        }
        return report(history.with(Lint.of(server, flyway, lint).run()));
    }

    /** That there is nothing to judge is a mistake in the call. */
    private RoundTripResult run(Server server, RoundTripSettings settings) {
        RoundTrip prepared;
        try {
            prepared = RoundTrip.of(server, flyway, settings);
        } catch (MigrationsException e) {
            throw CommandException.wrongUse(String.valueOf(e.getMessage()).strip());
        }
        RoundTripProgress progress = new RoundTripProgress(prepared.migrations(), System::nanoTime);
        return environment.progress().telling(progress::text, () -> prepared.run(progress::judged));
    }

    private void requireFiles() {
        MigrationFiles files = MigrationFiles.of(flyway);
        if (files.files().isEmpty() && files.unseen().isEmpty()) {
            throw CommandException.wrongUse(ScriptFindings.none(flyway, List.of()));
        }
    }

    private HistoryReport history() {
        return history(List.of());
    }

    private HistoryReport history(List<String> undo) {
        return new HistoryReport(scripts().withUndo(undo));
    }

    ScriptFiles scripts() {
        return ScriptFiles.in(environment.folder(), locations());
    }

    private MigrationReport report(HistoryReport history) {
        List<String> shown = locations().stream().map(environment::shown).toList();
        return MigrationReport.of(history.judged(String.join(", ", shown), Instant.now()));
    }

    private List<String> locations() {
        return Arrays.stream(flyway.getLocations()).map(Object::toString).toList();
    }
}
