package dev.switchback.cli;

import dev.switchback.report.MigrationReport;
import picocli.CommandLine.Command;

/** {@code switchback roundtrip}. */
@Command(
        name = "roundtrip",
        mixinStandardHelpOptions = true,
        description = "Takes each migration up, down and up again, and compares schema and rows at each turn.")
final class RoundTripCommand extends JudgingCommand {

    @Override
    MigrationReport judge(RoundTrips trips) {
        return trips.roundTrip();
    }
}
