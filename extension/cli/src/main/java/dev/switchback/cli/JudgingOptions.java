package dev.switchback.cli;

import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Severity;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** How migrations are judged. */
final class JudgingOptions {

    @Option(
            names = "--mode",
            defaultValue = "steps",
            description = "One of steps, each migration for itself; latest; full, all down to empty.")
    private RoundTripMode mode = RoundTripMode.STEPS;

    @Option(
            names = "--rows",
            defaultValue = "own",
            description = "own: those that migrations bring; or generated: also made up ones in every table.")
    private RoundTripRows rows = RoundTripRows.OWN;

    @Option(names = "--undo", split = ",", paramLabel = "LOCATION", description = "More folders with undo scripts.")
    private List<String> undo = List.of();

    @Option(
            names = "--missing-undo",
            defaultValue = "fail",
            description = "fail or notice: what a migration without an undo is.")
    private Severity missingUndo = Severity.FAIL;

    @Option(
            names = "--exclude",
            split = ",",
            paramLabel = "PATTERN",
            description = "Objects that are not compared: public.audit_*")
    private List<String> excluded = List.of();

    @Option(
            names = "--time-limit",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How long each script may run.")
    private int seconds = 300;

    /** The settings, for all migrations. */
    RoundTripSettings settings(Environment environment) {
        if (seconds < 1) {
            throw CommandException.wrongUse("--time-limit is a number of seconds from 1 on, not " + seconds + ".");
        }
        Exclusions.check(excluded);
        return RoundTripSettings.defaults()
                .withMode(mode)
                .withGeneratedRows(rows)
                .withUndo(environment.locations(undo))
                .withMissingUndo(missingUndo)
                .withExcluded(excluded.toArray(String[]::new))
                .withTimeLimit(Duration.ofSeconds(seconds));
    }
}
