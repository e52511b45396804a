package dev.switchback.report;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintReport;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripResult;
import dev.switchback.migration.Severity;
import dev.switchback.migration.SuggestedFix;
import dev.switchback.migration.Verdict;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes the data of a report of what the judging engines return. */
public final class HistoryReport {

    private final ScriptFiles files;
    private final Map<String, ReportedStep> steps = new LinkedHashMap<>();
    private final List<ReportedFinding> others = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private List<String> notCompared = List.of();
    private Schema last = Schema.none();

    public HistoryReport(ScriptFiles files) {
        this.files = files;
    }

    /**
     * Adds a round trip. Of a second one, of the same migrations in another mode, only the failures that the first does not have
     * are added.
     */
    public HistoryReport with(RoundTripResult result) {
        boolean isFirst = steps.isEmpty();
        for (MigrationStep step : result.steps()) {
            List<ReportedFinding> findings = findings(step);
            if (isFirst || !steps.containsKey(step.migration().script())) {
                steps.put(step.migration().script(), step(step, findings));
                findings.forEach(finding -> told.add(finding.title()));
                last = step.after().objects().isEmpty() ? last : step.after();
            } else {
                findings.stream()
                        .filter(finding -> finding.severity() == Severity.FAIL)
                        .forEach(finding -> add(step.migration(), finding));
            }
        }
        result.findings().forEach(finding -> other(finding));
        notCompared = isFirst ? result.notCompared() : notCompared;
        return this;
    }

    /** Adds findings of checks on the migrations as a whole. */
    public HistoryReport with(List<Finding> findings) {
        findings.forEach(this::other);
        return this;
    }

    /** Adds the findings of a lint. */
    public HistoryReport with(LintReport lint) {
        for (LintFinding finding : lint.findings()) {
            ReportedFinding reported = reported(finding);
            finding.migration()
                    .filter(migration -> steps.containsKey(migration.script()))
                    .ifPresentOrElse(migration -> add(migration, reported), () -> others.add(reported));
        }
        return this;
    }

    /** The data. */
    public ReportedHistory judged(String title, Instant when) {
        return new ReportedHistory(
                title, when, List.copyOf(steps.values()), others, notCompared, ReportedTable.of(last));
    }

    private void other(Finding finding) {
        if (told.add(finding.title())) {
            others.add(reported(finding, Optional.empty()));
        }
    }

    private void add(Migration migration, ReportedFinding finding) {
        if (told.add(finding.file() + finding.line() + finding.title())) {
            steps.computeIfPresent(migration.script(), (script, step) -> with(step, finding));
        }
    }

    private static ReportedStep with(ReportedStep step, ReportedFinding finding) {
        return new ReportedStep(
                step.version(),
                step.name(),
                step.up(),
                step.down(),
                finding.severity() == Severity.FAIL ? ReportedVerdict.FAILED : step.verdict(),
                step.reason(),
                step.known(),
                step.times(),
                step.changes(),
                Stream.concat(step.findings().stream(), Stream.of(finding)).toList());
    }

    private ReportedStep step(MigrationStep step, List<ReportedFinding> findings) {
        Migration migration = step.migration();
        return new ReportedStep(
                migration.version(),
                migration.displayName(),
                files.script(migration.script()),
                files.undoOf(migration.script()),
                verdict(step.verdict()),
                step.verdict() instanceof Verdict.Skipped skipped ? skipped.reason() : "",
                step.isKnown(),
                ReportedTimes.of(step.times()),
                changes(step.changes()),
                findings);
    }

    private static ReportedVerdict verdict(Verdict verdict) {
        return verdict instanceof Verdict.Passed
                ? ReportedVerdict.PASSED
                : verdict instanceof Verdict.Failed ? ReportedVerdict.FAILED : ReportedVerdict.SKIPPED;
    }

    private static List<ReportedChange> changes(SchemaDiff diff) {
        return diff.changes().stream().map(ReportedChange::of).toList();
    }

    private List<ReportedFinding> findings(MigrationStep step) {
        List<Finding> findings = step.verdict() instanceof Verdict.Passed passed
                ? passed.notices()
                : step.verdict() instanceof Verdict.Failed failed ? failed.findings() : List.of();
        return findings.stream()
                .map(finding -> reported(finding, Optional.of(step.migration())))
                .toList();
    }

    private ReportedFinding reported(Finding finding, Optional<Migration> migration) {
        FindingPlace place = FindingPlace.of(
                finding.rule(), finding.text(), migration.map(Migration::script).orElse(""), files);
        return new ReportedFinding(
                ReportedFinding.ROUND_TRIP,
                finding.rule(),
                finding.severity(),
                migration.map(Migration::displayName).orElse(""),
                Secrets.hidden(finding.title()),
                Secrets.hidden(finding.text()),
                place.file(),
                place.line(),
                finding.difference().map(HistoryReport::changes).orElse(List.of()),
                Secrets.hidden(finding.suggestedFix().map(SuggestedFix::script).orElse("")),
                finding.suggestedFix().map(SuggestedFix::notRestored).orElse(List.of()),
                "");
    }

    private ReportedFinding reported(LintFinding finding) {
        return new ReportedFinding(
                ReportedFinding.LINT,
                finding.rule().id(),
                finding.severity(),
                finding.migration().map(Migration::displayName).orElse(""),
                Secrets.hidden(finding.title()),
                Secrets.hidden(finding.toString()),
                files.path(finding.file()),
                finding.line(),
                List.of(),
                Secrets.hidden(String.join("\n", finding.saferSql())),
                List.of(),
                finding.rule().page());
    }
}
