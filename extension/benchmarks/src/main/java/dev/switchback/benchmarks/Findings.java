package dev.switchback.benchmarks;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Verdict;
import java.util.List;

/** The findings of verdicts. */
public final class Findings {

    private Findings() {}

    /** Failures and notices; none of a step that was skipped. */
    public static List<Finding> of(Verdict verdict) {
        if (verdict instanceof Verdict.Failed failed) {
            return failed.findings();
        }
        return verdict instanceof Verdict.Passed passed ? passed.notices() : List.of();
    }
}
