package dev.switchback.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was in the tables at one moment.
 *
 * @param tables the tables that held rows, by qualified name
 * @param sequences the positions of the sequences, by qualified name
 */
public record Rows(Map<String, Content> tables, Map<String, String> sequences) {

    private static final Content EMPTY = new Content(0, "");

    public Rows {
        tables = Map.copyOf(tables);
        sequences = Map.copyOf(sequences);
    }

    /** How many rows, and a digest of what they say. */
    public record Content(long count, String digest) {}

    /** One table whose rows differ. */
    public record Difference(String table, Content before, Content after) {

        @Override
        public String toString() {
            return before.count() == after.count()
                    ? "%s: %s, but not the same".formatted(table, rows(after.count()))
                    : "%s: %s   ->   %s".formatted(table, rows(before.count()), rows(after.count()));
        }

        private static String rows(long count) {
            return count == 0 ? "no row" : count == 1 ? "1 row" : count + " rows";
        }
    }

    /** The tables whose rows differ, in order of their names. */
    public List<Difference> differencesTo(Rows after) {
        SortedSet<String> names = new TreeSet<>(tables.keySet());
        names.addAll(after.tables.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            Content here = tables.getOrDefault(name, EMPTY);
            Content there = after.tables.getOrDefault(name, EMPTY);
            if (!here.equals(there)) {
                differences.add(new Difference(name, here, there));
            }
        }
        return differences;
    }

    @Override
    public String toString() {
        return new TreeMap<>(tables).toString();
    }
}
