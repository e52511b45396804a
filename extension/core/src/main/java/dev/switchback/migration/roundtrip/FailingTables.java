package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillPlan;
import dev.switchback.filling.FilledTable;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Severity;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.ScriptError;
import dev.switchback.schema.orphans.TableLink;
import dev.switchback.schema.orphans.TableLinks;
import dev.switchback.text.WholeWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
        if (AdmittedRows.areThere(up, first.plan(), smallest.table(), report)) {
            return GeneratedRowsFindings.refused(up, smallest, admittedRows);
        }
        Optional<TableLink> key = keyWithoutParent(up, smallest);
        return key.isPresent()
                ? GeneratedRowsFindings.refused(up, smallest, key.get(), admittedRows)
                : GeneratedRowsFindings.fails(up, smallest);
    }

    /** A foreign key in which no row has a value, since the table that it refers to has none, if it fails for a column of it. */
    private Optional<TableLink> keyWithoutParent(FailureOverRows up, SmallestRows.Found smallest) {
        Partitions partitions = up.partitions();
        Set<String> unfilled = report.refused().stream()
                .filter(each -> !each.hasRowsAlready())
                .map(FilledTable::table)
                .collect(Collectors.toSet());
        String words = wordsOf(smallest.failure().error());
        return TableLinks.ofForeignKeys(up.before()).stream()
                .filter(link -> link.table().name().qualified().equals(smallest.table()))
                .filter(link -> unfilled.containsAll(
                        partitions.leaves(link.parent().name().qualified())))
                .filter(link -> link.columns().stream().anyMatch(column -> WholeWord.isIn(words, column)))
                .findFirst();
    }

    /** The words that tell the column: the server's, if they name one. */
    private static String wordsOf(ScriptError error) {
        return WholeWord.isIn(error.message(), "column") ? error.message() : error.words();
    }

    /** How it fails with that table empty; empty if it holds then. */
    private static Optional<FailureOverRows> without(FailureOverRows up, String table) throws PhaseFailure {
        Partitions partitions = up.partitions();
        FillPlan plan = up.plan()
                .withTables(name -> !partitions.wholes(name).contains(table)
                        && up.plan().wanted().test(name));
        return up.over(plan).map(failure -> up.with(plan, failure));
    }
}
