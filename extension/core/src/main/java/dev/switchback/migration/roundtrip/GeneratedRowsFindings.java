package dev.switchback.migration.roundtrip;

import dev.switchback.filling.RowHint;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Severity;
import dev.switchback.migration.rows.ShownValue;
import dev.switchback.migration.rows.TableRows;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.EmptyTable;
import dev.switchback.migration.script.MarkerName;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.schema.orphans.TableLink;
import dev.switchback.text.Indentation;
import dev.switchback.text.NearestName;
import dev.switchback.text.WholeWord;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The findings about migrations that fail on rows, in the words that their author reads. */
final class GeneratedRowsFindings {

    private static final int MOST_ROWS = 3;
    private static final int MOST_VALUES = 8;

    private GeneratedRowsFindings() {}

    /** It fails on some rows, but not on all. */
    static Finding refused(FailureOverRows up, SmallestRows.Found found, Severity severity) {
        return refused(
                up,
                found,
                "It holds on empty tables and on some rows, but not on these, which were generated for the schema before it",
                severity);
    }

    /** It fails on all rows that could be made up, which have no value in a key. */
    static Finding refused(FailureOverRows up, SmallestRows.Found found, TableLink key, Severity severity) {
        return refused(
                up,
                found,
                "It holds on empty tables. Whether it does on rows with a value in %s is not known, since none could be generated\n  for %s. It fails on these, which were generated for the schema before it"
                        .formatted(
                                String.join(", ", key.columns()),
                                key.parent().name().qualified()),
                severity);
    }

    private static Finding refused(FailureOverRows up, SmallestRows.Found found, String holds, Severity severity) {
        ScriptPair pair = up.pair();
        String title = pair.migration().title() + ": the migration fails on rows that the schema before it admits";
        String text = title + "\n\n" + error(found.failure()) + "\n\n  " + holds
                + rows(up, found)
                + search(found)
                + "\n  If production may hold such rows, change them in the migration before this statement."
                + empty(pair, found, "no row");
        return new Finding("rows-up-refused", severity, title, text);
    }

    /** It fails whatever the rows, but for those that stand in the table before, if there are any. */
    static Finding fails(FailureOverRows up, SmallestRows.Found found) throws PhaseFailure {
        ScriptPair pair = up.pair();
        String title = pair.migration().title() + ": the migration fails on a table with rows";
        boolean hasOwn = !found.table().isEmpty() && up.hasRowsOfItsOwn(found.table());
        String holds = hasOwn
                ? "It holds on the rows that are there already; no others were found on which it does. It fails with these\n  beside them, which were generated"
                : "It holds on empty tables only; no rows were found on which it does. It fails on these, which were generated";
        String text = title + "\n\n" + error(found.failure()) + "\n\n  " + holds
                + rows(up, found)
                + "\n  Give the rows that are there what they need before this statement, such as a default or an update."
                + empty(pair, found, hasOwn ? "no other row" : "no row");
        return new Finding("rows-up-fails", Severity.FAIL, title, text);
    }

    /** An undo that fails over generated rows: the finding with the fewest of them, and how it fails over these. */
    static Finding undoFails(Finding finding, FailureOverRows undo, SmallestRows.Found found) {
        return new Finding(
                finding.rule(),
                finding.severity(),
                finding.title(),
                finding.text().replace(error(undo.failure()), error(found.failure()))
                        + "\n  The undo fails over these, which were generated for the schema before the migration"
                        + rows(undo, found));
    }

    private static String error(PhaseFailure failure) {
        return Indentation.of(failure.error().toString(), 2);
    }

    private static String rows(FailureOverRows up, SmallestRows.Found found) {
        if (found.rows().values().stream().allMatch(rows -> rows.rows().isEmpty())) {
            return ": " + up.plan().rowsPerTable() + " rows in each table.\n";
        }
        String words = found.failure().error().words();
        return found.rows().entrySet().stream()
                .map(table -> "\n\n  rows of " + table.getKey() + ":\n" + lines(table.getValue(), words))
                .collect(Collectors.joining("", ":", "\n"));
    }

    private static String lines(TableRows rows, String words) {
        if (rows.rows().isEmpty()) {
            return "    too many to be shown";
        }
        List<Integer> columns = columns(rows, words);
        int more = rows.rows().size() - MOST_ROWS;
        return rows.rows().stream()
                        .limit(MOST_ROWS)
                        .map(row -> "    " + line(rows, columns, row))
                        .collect(Collectors.joining("\n"))
                + (more > 0 ? "\n    and " + more + " more" : "");
    }

    /** The places of the columns that are shown: first of all those of which the error speaks. */
    private static List<Integer> columns(TableRows rows, String words) {
        List<Integer> places = IntStream.range(0, rows.columns().size()).boxed().toList();
        return places.stream()
                .sorted(Comparator.comparing(place ->
                        !WholeWord.isIn(words, rows.columns().get(place).name())))
                .limit(MOST_VALUES)
                .sorted()
                .toList();
    }

    private static String line(TableRows rows, List<Integer> columns, List<@Nullable String> row) {
        return columns.stream()
                        .map(place -> rows.columns().get(place).name() + " "
                                + ShownValue.of(rows.columns().get(place), row.get(place)))
                        .collect(Collectors.joining(", "))
                + (row.size() > columns.size() ? ", ..." : "");
    }

    private static String search(SmallestRows.Found found) {
        return found.search().isEmpty()
                ? ""
                : "\n  Such rows are found in production with:\n\n" + Indentation.of(found.search(), 4) + "\n";
    }

    private static String empty(ScriptPair pair, SmallestRows.Found found, String none) {
        return "\n  If %s has %s in production, say so in %s:\n\n    -- switchback: expects-empty %s <reason>\n"
                .formatted(
                        found.rows().size() > 1 ? "one of the tables" : "the table",
                        none,
                        pair.up().name(),
                        found.rows().size() == 1
                                ? MarkerName.ofTable(found.rows().firstKey())
                                : found.table().isEmpty() ? "<table>" : MarkerName.ofTable(found.table()));
    }

    static Finding wrong(ScriptPair pair, EmptyTable empty, List<String> tables) {
        String title = pair.migration().title() + ": a table that is declared empty is not understood";
        String problem = empty.target().isEmpty()
                ? "It does not say which table. Write its name and the reason behind it."
                : tables.stream().noneMatch(empty::is)
                        ? "There is no table " + empty.target() + " before the migration."
                                + NearestName.question(
                                        empty.target(),
                                        tables.stream()
                                                .map(table -> table.substring(table.indexOf('.') + 1))
                                                .toList())
                        : "It does not say why. Write the reason behind the name.";
        return new Finding(
                "expects-empty",
                Severity.FAIL,
                title,
                title + "\n\n  " + empty.place() + "\n  " + empty + "\n\n  " + problem + "\n");
    }

    static Finding wrong(ScriptPair pair, RowHint hint, String problem) {
        String title = pair.migration().title() + ": a hint for generated rows is not understood";
        return new Finding(
                "rows-hint",
                Severity.FAIL,
                title,
                title + "\n\n  " + hint.place() + "\n  -- switchback: rows " + hint.condition() + "\n\n  " + problem
                        + "\n");
    }

    /** A hint of the settings' file. */
    static Finding wrongInFile(RowHint hint, String problem) {
        String title = "A hint for generated rows is not understood: " + hint.condition();
        return new Finding(
                "rows-hint",
                Severity.FAIL,
                title,
                title + "\n\n  " + hint.place() + "\n\n  " + problem
                        + "\n  That is so before each migration and after the newest one.\n");
    }
}
