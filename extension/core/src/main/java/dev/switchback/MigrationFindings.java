package dev.switchback;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Severity;
import dev.switchback.migration.drift.Drift;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.TestReporter;
import org.opentest4j.AssertionFailedError;

/** Turns findings into a test result. For tests that run checks themselves. */
public final class MigrationFindings {

    private static final Pattern INSIDE = Pattern.compile(
            "dev\\.switchback\\.(MigrationFindings|MigrationChecks|jupiter\\.|migration\\.)|java\\.|jdk\\.");

    private MigrationFindings() {}

    /**
     * Publishes the notices, each under the id of its rule, then fails if a finding fails.
     *
     * @throws AssertionFailedError with the messages of all findings that fail and, where schemas differ, with both of them
     */
    public static void failOn(List<Finding> findings, TestReporter reporter) {
        findings.stream()
                .filter(finding -> finding.severity() == Severity.NOTICE)
                .forEach(notice -> reporter.publishEntry(notice.rule(), notice.text()));
        List<Finding> failures = findings.stream()
                .filter(finding -> finding.severity() == Severity.FAIL)
                .toList();
        if (!failures.isEmpty()) {
            throw withoutInside(failure(failures));
        }
    }

    /**
     * Fails if a database is not what its migrations make.
     *
     * @throws AssertionFailedError with the whole of it, and with the objects that differ as expected and found
     */
    public static void failOn(Drift drift) {
        if (!drift.isEmpty()) {
            throw withoutInside(new VerdictError(
                    drift.toString(), drift.diff().beforeText(), drift.diff().afterText()));
        }
    }

    /** A verdict is about scripts; where in this library it was reached tells nobody anything. */
    private static AssertionFailedError withoutInside(AssertionFailedError verdict) {
        verdict.setStackTrace(Arrays.stream(verdict.getStackTrace())
                .filter(frame -> !INSIDE.matcher(frame.getClassName()).lookingAt())
                .toArray(StackTraceElement[]::new));
        return verdict;
    }

    private static VerdictError failure(List<Finding> failures) {
        String message = failures.stream().map(Shortened::text).collect(Collectors.joining("\n"));
        return failures.stream()
                .flatMap(finding -> finding.difference().stream())
                .findFirst()
                .map(diff -> new VerdictError(message, diff.beforeText(), diff.afterText()))
                .orElseGet(() -> new VerdictError(message));
    }
}
