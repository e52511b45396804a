package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.Severity;
import dev.switchback.migration.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A step's verdict without generated rows and what was found over them, as one. */
final class StepWithRows {

    /** How a finding is called that shows only over generated rows. */
    private static final Map<String, String> RULES = Map.of(
            "undo-rows", "rows-undo-loses",
            "undo-fails", "rows-undo-fails",
            "undo-incomplete", "rows-undo-incomplete",
            "undo-no-op", "rows-undo-incomplete",
            "again-fails", "rows-again-fails",
            "again-differs", "rows-again-differs",
            "loss-declared", "loss-declared");

    private StepWithRows() {}

    /**
     * The step with more findings.
     *
     * @param found what was found over generated rows, be it known or not
     * @param own findings of their own
     */
    static MigrationStep of(MigrationStep step, List<Finding> found, List<Finding> own) {
        List<Finding> known = step.verdict().findings();
        List<Finding> more = MergedSteps.all(own, more(known, found));
        if (more.isEmpty()) {
            return step;
        }
        boolean fails = StepJudge.fails(more);
        if (step.verdict() instanceof Verdict.Skipped skipped && !fails) {
            String titles = more.stream().map(Finding::title).collect(Collectors.joining("; "));
            return step.with(new Verdict.Skipped(skipped.reason() + "; over generated rows: " + titles));
        }
        return step.with(StepJudge.verdict(MergedSteps.all(known, more)));
    }

    /** The findings that show only over generated rows. */
    static List<Finding> more(List<Finding> known, List<Finding> found) {
        return found.stream()
                .filter(finding -> RULES.containsKey(finding.rule()))
                .filter(finding -> known.stream().noneMatch(each -> each.title().equals(finding.title())))
                .map(StepWithRows::over)
                .toList();
    }

    /** Whether there is anything among the findings that may show only over generated rows. */
    static boolean concern(List<Finding> found) {
        return found.stream().anyMatch(finding -> RULES.containsKey(finding.rule()));
    }

    private static Finding over(Finding finding) {
        String paragraph = finding.severity() == Severity.FAIL
                ? "\n  Without rows in the tables it does not show: this was found over generated rows.\n"
                : "";
        return new Finding(
                RULES.getOrDefault(finding.rule(), finding.rule()),
                finding.severity(),
                finding.title(),
                finding.text() + paragraph);
    }
}
