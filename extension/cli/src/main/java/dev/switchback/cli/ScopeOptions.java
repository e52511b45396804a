package dev.switchback.cli;

import dev.switchback.lint.LintScope;
import dev.switchback.lint.LintSettings;
import dev.switchback.migration.RoundTripSettings;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which migrations are judged. */
final class ScopeOptions {

    @Option(names = "--from", paramLabel = "VERSION", description = "The first version to be judged.")
    private @Nullable String from;

    @Option(
            names = "--since",
            paramLabel = "REVISION",
            description = {
                "Judges what was added or changed since the branch left this Git revision, such as main, committed or not.",
                "A round trip begins with the first of these."
            })
    private @Nullable String since;

    void check() {
        if (from != null && since != null) {
            throw CommandException.wrongUse("--from and --since both say where to begin; leave one of the two out.");
        }
    }

    /** The new migrations, where only those are judged. */
    Optional<NewMigrations> newMigrations(Configuration flyway, List<String> undo) {
        return since == null ? Optional.empty() : Optional.of(NewMigrations.since(since, flyway, undo));
    }

    /** The settings of round trips that are not bounded by a revision. */
    RoundTripSettings in(RoundTripSettings settings) {
        return from == null ? settings : settings.withFrom(from);
    }

    /** The settings of a lint; those of the project say what it judges where no option does. */
    LintSettings in(LintSettings settings) {
        if (since != null) {
            return settings.withHistory(settings.history().withMainBranch(since))
                    .withScope(LintScope.sinceMergeBase());
        }
        return from == null ? settings : settings.withScope(LintScope.since(from));
    }
}
