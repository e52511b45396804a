package dev.switchback.benchmarks.project;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Report;
import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Severity;
import dev.switchback.provision.Server;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The failures of a folder of migrations after which the schema is not what it was, and how many of them come with SQL that mends. */
public final class SqlOfProject implements Benchmark {

    private static final Set<String> OF_SCHEMA =
            Set.of("undo-incomplete", "undo-no-op", "undo-enum-values", "undo-fails");

    @Override
    public String name() {
        return "sql-of";
    }

    @Override
    public String summary() {
        return "the findings on undos of a folder of V and U files that fail, and how many come with SQL that mends";
    }

    @Override
    public String arguments() {
        return "FOLDER [--version=MAJOR]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        try (Server server = ProjectFolder.server(arguments)) {
            List<MigrationStep> steps = RoundTrip.of(
                            server,
                            ProjectFolder.flyway(arguments),
                            RoundTripSettings.defaults().withTimeLimit(Duration.ofMinutes(2)))
                    .run(step -> {})
                    .steps();
            List<Finding> findings = steps.stream()
                    .flatMap(step -> step.verdict().findings().stream())
                    .filter(finding -> finding.severity() == Severity.FAIL && OF_SCHEMA.contains(finding.rule()))
                    .toList();
            List<Finding> without = findings.stream()
                    .filter(finding -> finding.suggestedFix().isEmpty())
                    .toList();
            report.say(
                    "%d steps; %d findings that an undo leaves another schema or fails, %d of them with SQL that mends"
                            .formatted(steps.size(), findings.size(), findings.size() - without.size()));
            without.forEach(finding -> report.say("\n" + finding.text()));
        }
    }
}
