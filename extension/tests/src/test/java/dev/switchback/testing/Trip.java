package dev.switchback.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripResult;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Verdict;
import dev.switchback.provision.Server;
import java.util.List;
import org.flywaydb.core.api.configuration.Configuration;

/** A round trip that was made, and what tests ask of it. */
public record Trip(RoundTripResult result) {

    public static Trip of(Server server, Folder folder) {
        return of(server, folder.flyway(), RoundTripSettings.defaults());
    }

    public static Trip of(Server server, Configuration flyway) {
        return of(server, flyway, RoundTripSettings.defaults());
    }

    public static Trip of(Server server, Configuration flyway, RoundTripSettings settings) {
        return new Trip(RoundTrip.of(server, flyway, settings).run(step -> {}));
    }

    public MigrationStep step(String version) {
        return result.steps().stream()
                .filter(step -> step.migration().version().equals(version))
                .findFirst()
                .orElseThrow();
    }

    /** A word per step: holds, the rules of its findings, or skipped. */
    public List<String> verdicts() {
        return result.steps().stream().map(Trip::verdict).toList();
    }

    private static String verdict(MigrationStep step) {
        String name = "V" + step.migration().version() + " ";
        if (step.verdict() instanceof Verdict.Failed failed) {
            return name + rules(failed.findings());
        }
        if (step.verdict() instanceof Verdict.Passed passed) {
            return name + (passed.notices().isEmpty() ? "holds" : "holds, " + rules(passed.notices()));
        }
        return name + "skipped";
    }

    private static String rules(List<Finding> findings) {
        return findings.stream()
                .map(Finding::rule)
                .sorted()
                .reduce((first, second) -> first + " " + second)
                .orElse("");
    }

    /** The first finding of a step, be it a failure or a notice. */
    public Finding finding(String version) {
        List<Finding> findings = step(version).verdict().findings();
        assertThat(findings).isNotEmpty();
        return findings.get(0);
    }
}
