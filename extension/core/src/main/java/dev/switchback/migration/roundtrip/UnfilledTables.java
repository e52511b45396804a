package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FilledTable;
import dev.switchback.filling.FillingAdvice;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.Severity;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.text.Indentation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

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
        return report.refused().stream()
                .filter(table -> !table.hasRowsAlready())
                .filter(table -> isNamed(pair, table.table()))
                .map(table -> finding(pair, table, before))
                .toList();
    }

    private static String line(FilledTable table, String version) {
        String rows = "rows of " + table.table() + " (before V" + version + "): ";
        if (!table.emptyKeys().isEmpty()) {
            return rows + "in none " + table.emptyKeys().get(table.emptyKeys().size() - 1);
        }
        return table.isFilled() ? "" : rows + "none could be generated, because " + table.reason();
    }

    private static Finding finding(ScriptPair pair, FilledTable table, String before) {
        String title = pair.migration().title() + ": no rows could be generated for " + table.table();
        return new Finding(
                "rows-not-filled",
                Severity.NOTICE,
                title,
                title + "\n\n  The migration speaks of the table, and what it does to rows of it is not known, because "
                        + table.reason() + "\n\n" + Indentation.of(FillingAdvice.of(table.table(), before), 2) + "\n");
    }

    private static boolean isNamed(ScriptPair pair, String table) {
        String name = table.substring(table.indexOf('.') + 1);
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
                .matcher(pair.up().text())
                .find();
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
