package dev.switchback.lint;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The result of a lint.
 *
 * @param migrations the migrations that were judged, in the order in which they ran; repeatable ones have an empty version
 * @param findings in the order of the migrations, and within one in the order of its lines
 * @param remarks sentences that hold for all of it: what is the same in every migration and said once, and what was not judged
 * @param locks of the migrations that were judged
 */
public record LintReport(
        List<Migration> migrations, List<LintFinding> findings, List<String> remarks, List<MigrationLocks> locks) {

    @API(status = API.Status.INTERNAL)
    public LintReport {
        migrations = List.copyOf(migrations);
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
        locks = List.copyOf(locks);
    }

    @API(status = API.Status.INTERNAL)
    public LintReport(List<Migration> migrations, List<LintFinding> findings, List<String> remarks) {
        this(migrations, findings, remarks, List.of());
    }

    @Override
    @API(status = API.Status.INTERNAL)
    public List<MigrationLocks> locks() {
        return locks;
    }

    /** The findings on one migration. */
    public List<LintFinding> findings(Migration migration) {
        return findings.stream()
                .filter(finding -> finding.migration().filter(migration::equals).isPresent())
                .toList();
    }

    /** The findings that concern no single migration. */
    public List<LintFinding> otherFindings() {
        return findings.stream()
                .filter(finding ->
                        finding.migration().filter(migrations::contains).isEmpty())
                .toList();
    }

    /** The findings that fail. */
    public List<LintFinding> failures() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.FAIL)
                .toList();
    }

    /** The findings in the form of all checks, for {@link dev.switchback.MigrationFindings}. */
    public List<Finding> asFindings() {
        return findings.stream().map(LintFinding::finding).toList();
    }

    /** All findings and remarks in words. */
    @Override
    public String toString() {
        long failures = failures().size();
        String sum = "%d migrations linted: %d failures, %d notices\n"
                .formatted(migrations.size(), failures, findings.size() - failures);
        return Stream.of(LintText.of(findings), remarks.stream().map(remark -> remark + "\n"), Stream.of(sum))
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }
}
