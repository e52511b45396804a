package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FilledTable;
import dev.switchback.filling.FillingAdvice;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Severity;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.text.Indentation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The tables that got no generated row: all for the result, and for a step those of which its migration speaks. */
final class UnfilledTables {

    private final RoundTripContext context;
    private final Map<String, String> lines = new TreeMap<>();

    UnfilledTables(RoundTripContext context) {
        this.context = context;
    }

    /** Takes in the tables before a step, and returns what is to be said with its verdict. */
    List<Finding> before(int index, GeneratedRowsReport report) {
        ScriptPair pair = context.pairs().get(index);
        for (FilledTable table : report.tables()) {
            lines.remove(table.table());
            String version = pair.migration().version();
            if (!table.isFilled()) {
                lines.put(
                        table.table(),
                        "rows of " + table.table() + " (before V" + version + "): none could be generated, because "
                                + table.reason());
            }
            for (String key : table.emptyKeys()) {
                lines.put(table.table(), "rows of " + table.table() + " (before V" + version + "): in none " + key);
            }
        }
        String before =
                index == 0 ? "" : context.pairs().get(index - 1).migration().version();
        return report.refused().stream()
                .filter(table -> !table.hasRowsAlready())
                .filter(table -> isNamed(pair, table.table()))
                .map(table -> finding(pair, table, before))
                .toList();
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

    /** Goes on from what an earlier run had found up to some step. */
    void restore(Map<String, String> byTable) {
        lines.clear();
        lines.putAll(byTable);
    }

    /** The lines so far, each by its table. */
    Map<String, String> byTable() {
        return Map.copyOf(lines);
    }

    /** The tables that got no row at the newest version at which they were tried, with the reason, in lines. */
    List<String> lines() {
        return lines.values().stream().toList();
    }
}
