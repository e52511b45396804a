package dev.switchback.benchmarks.judge;

import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Verdict;
import dev.switchback.provision.Server;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;

/** Switchback's verdicts, in the words that both judges use. */
final class SwitchbackJudge {

    private SwitchbackJudge() {}

    static List<Opinion> judge(Server server, Path folder) {
        return RoundTrip.of(server, Flyway.configure().locations("filesystem:" + folder), RoundTripSettings.defaults())
                .run(step -> {})
                .steps()
                .stream()
                .filter(step -> !(step.verdict() instanceof Verdict.Skipped))
                .map(SwitchbackJudge::opinion)
                .toList();
    }

    private static Opinion opinion(MigrationStep step) {
        List<Finding> findings = step.verdict().findings();
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        findings.forEach(finding -> Kind.ofRule(finding.rule()).ifPresent(kinds::add));
        if (kinds.contains(Kind.EMPTY_UNDO)) {
            kinds.add(Kind.STRUCTURE);
        }
        return new Opinion(
                step.migration().script(),
                kinds,
                findings.stream().map(Finding::text).collect(Collectors.joining("\n")));
    }
}
