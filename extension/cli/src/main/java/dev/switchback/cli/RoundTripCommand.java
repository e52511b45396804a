package dev.switchback.cli;

import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.report.MigrationReport;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code switchback roundtrip}. */
@Command(
        name = "roundtrip",
        mixinStandardHelpOptions = true,
        description = "Takes each migration up, down and up again, and compares schema and rows at each turn.")
final class RoundTripCommand extends JudgingCommand {

    @Override
    MigrationReport judge(
            Judgment judgment, Server server, RoundTripSettings settings, Optional<RoundTripSettings> range) {
        return judgment.roundTrip(server, range.orElse(settings));
    }

    @Override
    boolean concerns(NewMigrations fresh) {
        return fresh.firstVersion().isPresent();
    }

    @Override
    MigrationReport ofNothing(Judgment judgment) {
        return MigrationReport.of();
    }
}
