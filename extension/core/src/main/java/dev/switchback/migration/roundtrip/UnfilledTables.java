package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FilledTable;
import dev.switchback.filling.FillingAdvice;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.migration.Finding;
import dev.switchback.migration.Severity;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import dev.switchback.text.Indentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables that got no generated row: all for the result, and for a step those of which its migration speaks. */
final class UnfilledTables {

    private final RoundTripContext context;
    private final Map<String, String> lines = new TreeMap<>();

    UnfilledTables(RoundTripContext context) {
        this.context = context;
    }

    /** Takes in the tables before a step, and returns what is to be said with its verdict. */
    List<Finding> before(StateCopies states, int index, GeneratedRowsReport report) throws PhaseFailure {
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
        List<FilledTable> named = report.refused().stream()
                .filter(table -> isNamed(pair, table.table()))
                .toList();
        return named.isEmpty() ? List.of() : findings(states, index, named);
    }

    private List<Finding> findings(StateCopies states, int index, List<FilledTable> tables) throws PhaseFailure {
        ScriptPair pair = context.pairs().get(index);
        Set<String> names = tables.stream().map(FilledTable::table).collect(Collectors.toSet());
        try (Database copy = states.copyAfter(index);
                SnapshotReader snapshots = context.snapshots(copy)) {
            List<Finding> findings = new ArrayList<>();
            Set<String> withOwn = snapshots.rowsOf(names, 1).entrySet().stream()
                    .filter(table -> !table.getValue().rows().isEmpty())
                    .map(Map.Entry::getKey)
                    .collect(Collectors.toSet());
            String before =
                    index == 0 ? "" : context.pairs().get(index - 1).migration().version();
            for (FilledTable table : tables) {
                if (!withOwn.contains(table.table())) {
                    findings.add(finding(pair, table, before));
                }
            }
            return findings;
        }
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

    /** The tables that got no row at the newest version at which they were tried, with the reason, in lines. */
    List<String> lines() {
        return lines.values().stream().toList();
    }
}
