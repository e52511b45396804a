package dev.switchback.cli;

import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How migrations are judged. */
final class JudgingOptions {

    @Option(
            names = "--mode",
            defaultValue = "steps",
            description = "One of steps, each migration for itself; latest; full, all down to empty.")
    private RoundTripMode mode = RoundTripMode.STEPS;

    @Option(names = "--from", paramLabel = "VERSION", description = "The first version to be judged.")
    private @Nullable String from;

    @Option(
            names = "--since",
            paramLabel = "REVISION",
            description =
                    "Judges from the first migration on that was added or changed since this Git revision, such as main.")
    private @Nullable String since;

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

    /** The settings; empty if nothing has changed since the revision. */
    Optional<RoundTripSettings> settings(Configuration flyway) {
        if (from != null && since != null) {
            throw CommandException.wrongUse("--from and --since both say where to begin; leave one of the two out.");
        }
        if (seconds < 1) {
            throw CommandException.wrongUse("--time-limit is a number of seconds from 1 on, not " + seconds + ".");
        }
        RoundTripSettings settings = RoundTripSettings.defaults()
                .withMode(mode)
                .withUndo(undo.toArray(String[]::new))
                .withMissingUndo(missingUndo)
                .withExcluded(excluded.toArray(String[]::new))
                .withTimeLimit(Duration.ofSeconds(seconds));
        if (since == null) {
            return Optional.of(from == null ? settings : settings.withFrom(from));
        }
        return ChangedMigrations.first(since, flyway).map(settings::withFrom);
    }
}
