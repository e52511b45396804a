package dev.switchback.statements;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The result of trying an application's statements.
 *
 * @param migrations between the old schema and the new one, in order
 * @param statements all that were tried
 * @param findings in the order of the statements
 * @param remarks sentences about what was not tried, and why
 */
public record StatementReport(
        List<Migration> migrations,
        List<ApplicationStatement> statements,
        List<StatementFinding> findings,
        List<String> remarks) {

    @API(status = API.Status.INTERNAL)
    public StatementReport {
        migrations = List.copyOf(migrations);
        statements = List.copyOf(statements);
        findings = List.copyOf(findings);
        remarks = List.copyOf(remarks);
    }

    /** The findings that fail. */
    public List<StatementFinding> failures() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.FAIL)
                .toList();
    }

    /** The findings in the form of all checks, for {@link dev.switchback.MigrationFindings}. */
    public List<Finding> asFindings() {
        return findings.stream().map(StatementFinding::finding).toList();
    }

    /** All findings and remarks in words. */
    @Override
    public String toString() {
        long failures = failures().size();
        String sum = "%d statements tried over %d migrations: %d failures, %d notices\n"
                .formatted(statements.size(), migrations.size(), failures, findings.size() - failures);
        return Stream.of(
                        findings.stream().map(StatementFinding::toString),
                        remarks.stream().map(remark -> remark + "\n"),
                        Stream.of(sum))
                .flatMap(each -> each)
                .collect(Collectors.joining("\n"));
    }
}
