package dev.switchback.cli;

import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.report.MigrationReport;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code switchback check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "All checks: the round trip, the lint, and that the migrations apply on an empty database, run again without changes, are repeatable where they should be, and agree with Flyway's history.")
final class CheckCommand extends JudgingCommand {

    @Mixin
    private LintOptions lint = new LintOptions();

    @Override
    MigrationReport judge(
            Judgment judgment, Server server, RoundTripSettings settings, Optional<RoundTripSettings> range) {
        return judgment.allChecks(server, settings, range, lint.settings(scope(), judgment.environment()));
    }

    @Override
    boolean concerns(NewMigrations fresh) {
        return !fresh.isEmpty();
    }

    /** A branch that adds nothing may have taken something away. */
    @Override
    MigrationReport ofNothing(Judgment judgment) {
        return judgment.lintOfFiles(lint.settings(scope(), judgment.environment()));
    }
}
