package dev.switchback.cli;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.SeedSettings;
import dev.switchback.fixture.Seeded;
import dev.switchback.fixture.content.Fingerprint;
import dev.switchback.migration.Migrations;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code switchback seed}. */
@Command(
        name = "seed",
        mixinStandardHelpOptions = true,
        description = {
            "Tries fixtures: migrates a database of its own, writes their rows, and prints what each table then holds.",
            "The fingerprint is the same wherever the rows are the same."
        })
final class SeedCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files of fixtures, or folders of them.")
    private List<Path> files = List.of();

    @Option(
            names = "--at",
            paramLabel = "VERSION",
            description = "The version that the fixtures are written for; later migrations run over the rows.")
    private @Nullable String at;

    @Option(names = "--clock", paramLabel = "INSTANT", description = "The moment of @now: 2026-03-01T09:00:00Z.")
    private @Nullable Instant clock;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "What generated values are computed from.")
    private @Nullable Long seed;

    @Mixin
    private MigrationOptions migrations = new MigrationOptions();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Override
    public Integer call() {
        FluentConfiguration flyway = migrations.flyway(Environment.of(spec));
        Fixtures fixtures = fixtures();
        try (Server server = servers.start();
                Database database = server.create()) {
            DataSource rows = database.dataSource();
            Migrations way = Migrations.of(new Flyway(flyway.dataSource(rows)));
            if (at == null) {
                way.up();
            } else {
                way.up(at);
            }
            Seeded seeded;
            try {
                seeded = fixtures.into(rows, settings());
            } catch (FixtureException e) {
                spec.commandLine()
                        .getErr()
                        .println(String.valueOf(e.getMessage()).strip());
                return ExitCode.FINDINGS;
            }
            if (at != null) {
                way.up();
            }
            spec.commandLine().getOut().println(Fingerprint.of(rows));
            seeded.remarks().forEach(spec.commandLine().getErr()::println);
            return ExitCode.HOLDS;
        }
    }

    private Fixtures fixtures() {
        try {
            return Fixtures.load(files.get(0), files.stream().skip(1).toArray(Path[]::new));
        } catch (FixtureException e) {
            throw CommandException.wrongUse(String.valueOf(e.getMessage()));
        }
    }

    private SeedSettings settings() {
        SeedSettings settings = SeedSettings.defaults();
        settings = clock == null ? settings : settings.withClock(clock);
        return seed == null ? settings : settings.withSeed(seed);
    }
}
