package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Verdict;
import java.util.List;

/** The findings of a verdict. */
final class VerdictFindings {

    private VerdictFindings() {}

    /** Failures and notices; none of a step that was skipped. */
    static List<Finding> of(Verdict verdict) {
        if (verdict instanceof Verdict.Failed failed) {
            return failed.findings();
        }
        return verdict instanceof Verdict.Passed passed ? passed.notices() : List.of();
    }
}
