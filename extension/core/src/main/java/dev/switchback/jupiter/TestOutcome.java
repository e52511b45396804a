package dev.switchback.jupiter;

import dev.switchback.MigrationFindings;
import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.Severity;
import dev.switchback.migration.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.TestAbortedException;

/** Verdicts in JUnit's words: failed, aborted, or passed with notices as report entries. */
final class TestOutcome {

    private TestOutcome() {}

    /** The outcome of a step, unless another check of the class has told all that is wrong with it. */
    static void tell(MigrationStep step, Optional<String> toldBy, TestReporter reporter) {
        if (step.verdict() instanceof Verdict.Skipped skipped) {
            throw new TestAbortedException(step.migration().displayName() + ": " + skipped.reason());
        }
        toldBy.ifPresent(check -> {
            throw new TestAbortedException(
                    step.migration().displayName() + ": its findings are reported by " + check + "()");
        });
        tell(step.verdict().findings(), reporter);
    }

    /** Publishes the notices, then fails if anything fails. */
    static void tell(List<Finding> findings, TestReporter reporter) {
        MigrationFindings.failOn(findings, reporter);
    }

    static List<Finding> failures(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.FAIL)
                .toList();
    }
}
