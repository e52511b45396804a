package dev.switchback.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Columns of tables: each to the right of those that it refers to, as far as there is no circle, so that references point to the
 * left; tables without references, which would stand between, come last.
 */
final class DiagramLayout {

    private static final int LONGEST_COLUMN = 24;

    private final Map<String, ReportedTable> tables = new LinkedHashMap<>();
    private final Map<String, Integer> ranks = new HashMap<>();
    private final Set<String> connected = new HashSet<>();

    private DiagramLayout(List<ReportedTable> shown) {
        shown.forEach(table -> tables.put(table.qualified(), table));
        for (ReportedTable table : shown) {
            for (String reference : references(table)) {
                connected.add(reference);
                connected.add(table.qualified());
            }
        }
    }

    static List<List<ReportedTable>> columns(List<ReportedTable> shown) {
        return new DiagramLayout(shown).columns();
    }

    private List<List<ReportedTable>> columns() {
        TreeMap<Integer, List<ReportedTable>> byRank = new TreeMap<>();
        List<ReportedTable> alone = new ArrayList<>();
        for (ReportedTable table : tables.values()) {
            if (connected.contains(table.qualified())) {
                byRank.computeIfAbsent(rank(table, new HashSet<>()), rank -> new ArrayList<>())
                        .add(table);
            } else {
                alone.add(table);
            }
        }
        List<List<ReportedTable>> columns = new ArrayList<>();
        byRank.values().forEach(rank -> split(rank, columns));
        split(alone, columns);
        return columns;
    }

    private static void split(List<ReportedTable> tables, List<List<ReportedTable>> columns) {
        int parts = (tables.size() + LONGEST_COLUMN - 1) / LONGEST_COLUMN;
        for (int part = 0; part < parts; part++) {
            columns.add(tables.subList(tables.size() * part / parts, tables.size() * (part + 1) / parts));
        }
    }

    private List<String> references(ReportedTable table) {
        return table.references().stream()
                .filter(name -> tables.containsKey(name) && !name.equals(table.qualified()))
                .toList();
    }

    private int rank(ReportedTable table, Set<String> onTheWay) {
        Integer known = ranks.get(table.qualified());
        if (known != null) {
            return known;
        }
        if (!onTheWay.add(table.qualified())) {
            return 0;
        }
        int rank = 0;
        for (String reference : references(table)) {
            ReportedTable parent = tables.get(reference);
            rank = parent == null ? rank : Math.max(rank, rank(parent, onTheWay) + 1);
        }
        ranks.put(table.qualified(), rank);
        return rank;
    }
}
