package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillPlan;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Severity;
import dev.switchback.migration.run.PhaseFailure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tables over whose rows a migration fails, each for itself: a statement that fails over the rows of one does not hide what
 * another one does to the rows of another.
 */
final class FailingTables {

    private static final int MOST_TABLES = 3;

    private final FailureOverRows first;
    private final GeneratedRowsReport report;
    private final Severity admittedRows;

    FailingTables(FailureOverRows first, GeneratedRowsReport report, Severity admittedRows) {
        this.first = first;
        this.report = report;
        this.admittedRows = admittedRows;
    }

    List<Finding> findings() throws PhaseFailure {
        List<Finding> findings = new ArrayList<>();
        Set<String> told = new HashSet<>();
        Set<String> errors = new HashSet<>();
        Optional<FailureOverRows> next = Optional.of(first);
        while (next.isPresent()) {
            FailureOverRows up = next.get();
            SmallestRows.Found smallest = new SmallestRows(up).find();
            boolean isNew = errors.add(smallest.failure().error().toString());
            if (smallest.table().isEmpty() && !isNew) {
                break;
            }
            findings.add(finding(up, smallest));
            boolean isOneTable = !smallest.table().isEmpty() && told.add(smallest.table());
            next = isOneTable && told.size() < MOST_TABLES ? without(up, smallest.table()) : Optional.empty();
        }
        return findings;
    }

    private Finding finding(FailureOverRows up, SmallestRows.Found smallest) throws PhaseFailure {
        if (AdmittedRows.areThere(up, smallest.table(), report)) {
            return GeneratedRowsFindings.refused(up, smallest, admittedRows);
        }
        return up.keyWithoutParent(smallest.table(), report)
                .map(key -> GeneratedRowsFindings.refused(up, smallest, key, admittedRows))
                .orElseGet(() -> GeneratedRowsFindings.fails(up, smallest));
    }

    /** How it fails with that table empty; empty if it holds then. */
    private static Optional<FailureOverRows> without(FailureOverRows up, String table) throws PhaseFailure {
        Partitions partitions = Partitions.of(up.before());
        FillPlan plan = up.plan()
                .withTables(name -> !partitions.wholes(name).contains(table)
                        && up.plan().wanted().test(name));
        return up.over(plan).map(failure -> up.with(plan, failure));
    }
}
