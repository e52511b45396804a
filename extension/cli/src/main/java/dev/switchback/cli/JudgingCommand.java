package dev.switchback.cli;

import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.report.MigrationReport;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that judges migrations and tells the verdicts. */
abstract class JudgingCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private MigrationOptions migrations = new MigrationOptions();

    @Mixin
    private JudgingOptions judging = new JudgingOptions();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    abstract MigrationReport judge(RoundTrips trips);

    @Override
    public Integer call() {
        FluentConfiguration flyway = migrations.flyway();
        Optional<RoundTripSettings> settings = judging.settings(flyway);
        if (settings.isEmpty()) {
            spec.commandLine().getErr().println("No migration was added or changed since then: nothing to judge.");
            return output.tell(MigrationReport.of(), spec.commandLine().getOut());
        }
        try (Server server = servers.start()) {
            MigrationReport report = judge(new RoundTrips(server, flyway, settings.get()));
            return output.tell(report, spec.commandLine().getOut());
        }
    }
}
