package dev.switchback.benchmarks.roundtrip;

import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.history.Scripts;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Verdict;
import dev.switchback.provision.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;

/** The round trip of every step, with all its checks; finding the scripts and creating the databases count. */
record WithSwitchback(Server server, Scripts scripts, RoundTripSettings settings) implements Contender {

    @Override
    public Duration run() throws Exception {
        List<MigrationStep> steps = new ArrayList<>();
        Duration time =
                Contender.time(() -> RoundTrip.of(server, Flyway.configure().locations(scripts.location()), settings)
                        .run(steps::add));
        steps.forEach(WithSwitchback::requireThatItHolds);
        if (steps.size() != scripts.all().size()) {
            throw new IllegalStateException(
                    steps.size() + " steps of " + scripts.all().size());
        }
        return time;
    }

    private static void requireThatItHolds(MigrationStep step) {
        if (!(step.verdict() instanceof Verdict.Passed passed)
                || !passed.notices().isEmpty()) {
            throw new IllegalStateException(step + " is generated to hold: " + step.verdict());
        }
    }
}
