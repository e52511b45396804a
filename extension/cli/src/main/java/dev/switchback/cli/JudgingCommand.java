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

/** A command that takes migrations up and down and tells the verdicts. */
abstract class JudgingCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private MigrationOptions migrations = new MigrationOptions();

    @Mixin
    private JudgingOptions judging = new JudgingOptions();

    @Mixin
    private ScopeOptions scope = new ScopeOptions();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    /**
     * Judges.
     *
     * @param settings for all migrations
     * @param range the same for those whose round trip is asked for; empty if no versioned migration is new
     */
    abstract MigrationReport judge(
            Judgment judgment, Server server, RoundTripSettings settings, Optional<RoundTripSettings> range);

    /** Whether there is something to judge among what is new. */
    abstract boolean concerns(NewMigrations fresh);

    /** The report on migrations of which none is new. */
    abstract MigrationReport ofNothing(Judgment judgment);

    final ScopeOptions scope() {
        return scope;
    }

    @Override
    public final Integer call() {
        scope.check();
        Environment environment = Environment.of(spec);
        RoundTripSettings settings = judging.settings(environment);
        FluentConfiguration flyway = migrations.flyway(environment);
        Judgment judgment = new Judgment(flyway, environment);
        Optional<NewMigrations> fresh = scope.newMigrations(flyway, settings.undo());
        if (fresh.isPresent() && !concerns(fresh.get())) {
            spec.commandLine().getErr().println("No migration was added or changed since then: nothing to judge.");
            return output.tell(ofNothing(judgment), judgment.scripts(), spec.commandLine());
        }
        Optional<RoundTripSettings> range = fresh.isEmpty()
                ? Optional.of(scope.in(settings))
                : fresh.get().firstVersion().map(settings::withFrom);
        try (Server server = servers.start()) {
            return output.tell(judge(judgment, server, settings, range), judgment.scripts(), spec.commandLine());
        }
    }
}
