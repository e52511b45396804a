package dev.switchback.cli;

import dev.switchback.report.MigrationReport;
import picocli.CommandLine.Command;

/** {@code switchback check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description =
                "All checks: the round trip, and that the migrations apply on an empty database, run again without changes, are repeatable where they should be, and agree with Flyway's history.")
final class CheckCommand extends JudgingCommand {

    @Override
    MigrationReport judge(RoundTrips trips) {
        return trips.allChecks();
    }
}
