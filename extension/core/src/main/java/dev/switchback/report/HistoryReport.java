package dev.switchback.report;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintReport;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripResult;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Severity;
import dev.switchback.migration.Verdict;
import dev.switchback.schema.Schema;
import dev.switchback.statements.StatementFinding;
import dev.switchback.statements.StatementReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the data of a report of what the judging engines return. */
public final class HistoryReport {

    private static final String FAILS = ": the migration fails";

    private final ScriptFiles files;
    private final FindingsFound found;
    private final Map<String, ReportedStep> steps = new LinkedHashMap<>();
    private final List<ReportedFinding> others = new ArrayList<>();
    private final Set<String> told = new HashSet<>();
    private final List<String> remarks = new ArrayList<>();
    private final Set<String> checks = new LinkedHashSet<>();
    private List<String> notCompared = List.of();
    private Schema last = Schema.none();

    public HistoryReport(ScriptFiles files) {
        this.files = files;
        this.found = new FindingsFound(files);
    }

    /** Adds a round trip by its settings. */
    public HistoryReport with(RoundTripResult result, RoundTripSettings settings) {
        if (settings.generatedRows() == RoundTripRows.GENERATED) {
            checks.add(ReportedJudgment.GENERATED_ROWS);
        }
        return with(result);
    }

    /**
     * Adds a round trip. Of a second one, of the same migrations in another mode, only the failures that the first does not have
     * are added.
     */
    public HistoryReport with(RoundTripResult result) {
        checks.add(ReportedJudgment.ROUND_TRIP);
        boolean isFirst = steps.isEmpty();
        for (MigrationStep step : result.steps()) {
            List<ReportedFinding> findings = found.on(step);
            if (isFirst || !steps.containsKey(step.migration().script())) {
                steps.put(step.migration().script(), step(step, findings));
                findings.forEach(finding -> told.add(finding.title()));
                rememberFailure(step.migration());
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

    /** Other checks call the same failure by the name of the script. */
    private void rememberFailure(Migration migration) {
        if (told.contains(migration.title() + FAILS)) {
            told.add(migration.script() + FAILS);
        }
    }

    /** Adds findings of checks on the migrations as a whole. */
    public HistoryReport with(List<Finding> findings) {
        checks.add(ReportedJudgment.ALL_TOGETHER);
        findings.forEach(this::other);
        return this;
    }

    /**
     * Adds the findings of a lint to the round trips that were added before, or else the migrations that it judged. That a
     * migration fails is not told twice.
     */
    public HistoryReport with(LintReport lint) {
        checks.add(ReportedJudgment.LINT);
        beginWith(lint.migrations());
        lint.locks()
                .forEach(locks -> steps.computeIfPresent(
                        locks.migration().script(), (script, step) -> step.with(ReportedLocks.of(locks))
                                .with(step.rows().with(locks))));
        return withFiles(lint);
    }

    /** Adds the findings of a lint of files and history alone. */
    public HistoryReport withFiles(LintReport lint) {
        checks.add(ReportedJudgment.LINT_OF_FILES);
        for (LintFinding finding : lint.findings()) {
            if (told.contains(finding.file() + FAILS)) {
                remarks.add("The lint ended at " + finding.file() + ", which fails.");
                continue;
            }
            ReportedFinding reported = found.reported(finding);
            finding.migration()
                    .filter(migration -> steps.containsKey(migration.script()))
                    .ifPresentOrElse(migration -> add(migration, reported), () -> other(reported));
        }
        remark(lint.remarks());
        return this;
    }

    /** Adds what the statements of an application ran into. */
    public HistoryReport with(StatementReport statements) {
        checks.add(ReportedJudgment.PREVIOUS_VERSION);
        beginWith(statements.migrations());
        for (StatementFinding finding : statements.findings()) {
            ReportedFinding reported = found.reported(finding);
            if (steps.containsKey(finding.migration().script())) {
                add(finding.migration(), reported);
            } else {
                other(reported);
            }
        }
        remark(statements.remarks());
        return this;
    }

    private void beginWith(List<Migration> migrations) {
        if (steps.isEmpty()) {
            migrations.forEach(migration -> steps.put(migration.script(), withoutTrip(migration)));
        }
    }

    private void remark(List<String> more) {
        more.stream().filter(remark -> !remarks.contains(remark)).forEach(remarks::add);
    }

    /** The data. */
    public ReportedHistory judged(String title, Instant when) {
        return new ReportedHistory(
                new ReportedJudgment(title, when, List.copyOf(checks), files.checksum(), files.undoFolders()),
                List.copyOf(steps.values()),
                others,
                notCompared,
                remarks,
                ReportedTable.of(last));
    }

    private void other(Finding finding) {
        if (told.add(finding.title())) {
            others.add(found.reported(finding, Optional.empty()));
        }
    }

    private void other(ReportedFinding finding) {
        if (told.add(key(finding))) {
            others.add(finding);
        }
    }

    private static String key(ReportedFinding finding) {
        return finding.file() + finding.line() + finding.title();
    }

    private void add(Migration migration, ReportedFinding finding) {
        if (told.add(key(finding))) {
            steps.computeIfPresent(migration.script(), (script, step) -> step.with(finding));
        }
    }

    private ReportedStep step(MigrationStep step, List<ReportedFinding> findings) {
        Migration migration = step.migration();
        return new ReportedStep(
                        migration.version(),
                        FindingsFound.name(migration),
                        files.script(migration.script()),
                        files.undoOf(migration.script()),
                        verdict(step.verdict()),
                        step.verdict() instanceof Verdict.Skipped skipped ? skipped.reason() : "",
                        step.isKnown(),
                        ReportedTimes.of(step.times()),
                        ReportedChange.all(step.changes().changes()),
                        ReportedLocks.UNKNOWN,
                        findings)
                .with(ReportedRows.of(step.rows()));
    }

    /** A migration of which no round trip is known. */
    private ReportedStep withoutTrip(Migration migration) {
        return new ReportedStep(
                migration.version(),
                FindingsFound.name(migration),
                files.script(migration.script()),
                files.undoOf(migration.script()),
                ReportedVerdict.PASSED,
                "",
                false,
                ReportedTimes.NONE,
                List.of(),
                ReportedLocks.UNKNOWN,
                List.of());
    }

    private static ReportedVerdict verdict(Verdict verdict) {
        return verdict instanceof Verdict.Passed
                ? ReportedVerdict.PASSED
                : verdict instanceof Verdict.Failed ? ReportedVerdict.FAILED : ReportedVerdict.SKIPPED;
    }
}
