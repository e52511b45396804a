package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FilledTable;
import dev.switchback.filling.FillingAdvice;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.Severity;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.text.Indentation;
import dev.switchback.text.WholeWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The tables that got no generated row: all for the result, and for a step those of which its migration speaks. Steps may be told
 * of in any order. Thread-safe.
 */
final class UnfilledTables {

    private final RoundTripContext context;
    private final Map<Integer, Tried> tried = new ConcurrentHashMap<>();

    /**
     * The tables before a step.
     *
     * @param tables each with the line that says why it got no row, which is empty if it got all
     * @param areAll whether tables that are not there got all
     */
    private record Tried(Map<String, String> tables, boolean areAll) {}

    UnfilledTables(RoundTripContext context) {
        this.context = context;
    }

    /** Takes in the tables before a step, and returns what is to be said with its verdict. */
    List<Finding> before(int index, GeneratedRowsReport report) {
        ScriptPair pair = context.pairs().get(index);
        Map<String, String> lines = new HashMap<>();
        for (FilledTable table : report.tables()) {
            lines.put(table.table(), line(table, pair.migration().version()));
        }
        tried.put(index, new Tried(lines, false));
        String before =
                index == 0 ? "" : context.pairs().get(index - 1).migration().version();
        Map<FilledTable, List<FilledTable>> byCause = new LinkedHashMap<>();
        report.refused().stream()
                .filter(table -> !table.hasRowsAlready())
                .filter(table -> WholeWord.isIn(pair.up().text(), local(table)))
                .forEach(table -> byCause.computeIfAbsent(cause(table, report), absent -> new ArrayList<>())
                        .add(table));
        return byCause.entrySet().stream()
                .map(each -> finding(pair, each.getValue(), each.getKey(), before))
                .toList();
    }

    /** The table that would have to be filled first: of those that need a row of another one, that other. */
    private static FilledTable cause(FilledTable table, GeneratedRowsReport report) {
        Set<String> seen = new HashSet<>();
        FilledTable cause = table;
        while (seen.add(cause.table())) {
            Optional<FilledTable> parent = cause.missingParent().flatMap(name -> report.refused().stream()
                    .filter(other -> other.table().equals(name))
                    .findFirst());
            cause = parent.orElse(cause);
        }
        return cause;
    }

    private static String local(FilledTable table) {
        return table.table().substring(table.table().indexOf('.') + 1);
    }

    private static String line(FilledTable table, String version) {
        String rows = "rows of " + table.table() + " (before V" + version + "): ";
        if (!table.emptyKeys().isEmpty()) {
            return rows + "in none " + table.emptyKeys().get(table.emptyKeys().size() - 1);
        }
        return table.isFilled() ? "" : rows + "none could be generated, because " + table.reason();
    }

    private static Finding finding(ScriptPair pair, List<FilledTable> tables, FilledTable cause, String before) {
        String names = tables.stream().map(FilledTable::table).collect(Collectors.joining(", "));
        String title = pair.migration().title() + ": no rows could be generated for " + names;
        boolean isOne = tables.size() == 1;
        List<String> needing = tables.stream()
                .map(FilledTable::table)
                .filter(table -> !table.equals(cause.table()))
                .toList();
        String need = needing.isEmpty()
                ? ""
                : ": " + String.join(", ", needing) + (needing.size() == 1 ? " needs" : " need") + " a row of "
                        + cause.table() + ", and none could be generated";
        return new Finding(
                "rows-not-filled",
                Severity.NOTICE,
                title,
                title + "\n\n  The migration speaks of the " + (isOne ? "table" : "tables")
                        + ", and what it does to rows of "
                        + (isOne ? "it" : "them") + " is not known" + need + ", because " + cause.reason() + "\n\n"
                        + Indentation.of(FillingAdvice.of(cause.table(), before), 2) + "\n");
    }

    /** Goes on from what an earlier run had found up to a step. */
    void restore(int index, Map<String, String> byTable) {
        tried.put(index, new Tried(byTable, true));
    }

    /** The lines up to each step, each by its table. */
    Map<Migration, Map<String, String>> upToEach() {
        Map<Migration, Map<String, String>> upToEach = new HashMap<>();
        Map<String, String> lines = new TreeMap<>();
        for (int index = 0; index < context.pairs().size(); index++) {
            Tried here = tried.getOrDefault(index, new Tried(Map.of(), false));
            if (here.areAll()) {
                lines.clear();
            }
            lines.putAll(here.tables());
            lines.values().removeIf(String::isEmpty);
            upToEach.put(context.pairs().get(index).migration(), Map.copyOf(lines));
        }
        return upToEach;
    }

    /** The tables that got no row at the newest version at which they were tried, with the reason, in lines. */
    List<String> lines() {
        ScriptPair newest = context.pairs().get(context.pairs().size() - 1);
        return new TreeMap<>(upToEach().getOrDefault(newest.migration(), Map.of()))
                .values().stream().toList();
    }
}
