package dev.switchback.migration.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * The contents of the tables at one moment.
 *
 * @param tables the tables that held rows, by qualified name
 * @param sequences the positions of the sequences, by qualified and, where it must be, quoted name
 */
public record RowSnapshot(Map<String, Content> tables, Map<String, Position> sequences) {

    private static final Content EMPTY = new Content(0, "");

    public RowSnapshot {
        tables = Map.copyOf(tables);
        sequences = Map.copyOf(sequences);
    }

    /** How many rows, and a digest of what they say. */
    public record Content(long count, String digest) {

        @Override
        public String toString() {
            return count == 0 ? "no row" : count == 1 ? "1 row" : count + " rows";
        }
    }

    /**
     * The position of a sequence.
     *
     * @param value the value that it gave last or, if it is not called, the one it will give next
     * @param called whether it has given that value
     * @param ascending whether its values grow
     * @param cycles whether it begins anew at its end, so that one position is not before or behind another
     */
    public record Position(long value, boolean called, boolean ascending, boolean cycles) {

        /** Whether values that the other position has given would be given again before any other. */
        boolean isBehind(Position other) {
            if (cycles) {
                return false;
            }
            int order = Long.compare(value, other.value);
            int behind = order == 0 ? Boolean.compare(called, other.called) : order;
            return ascending ? behind < 0 : (order == 0 ? behind : -order) < 0;
        }

        @Override
        public String toString() {
            return called ? "after " + value : "at " + value;
        }
    }

    /**
     * In what one table or sequence differs.
     *
     * @param place its qualified name
     * @param text what differs, for a reader
     * @param inValuesOnly whether there are as many rows, but others
     * @param isOfTable whether it is a table
     * @param loss what became of which rows, where that is known
     */
    public record Difference(
            String place, String text, boolean inValuesOnly, boolean isOfTable, Optional<RowLoss> loss) {
        @API(status = API.Status.INTERNAL)
        public Difference {}

        @API(status = API.Status.INTERNAL)
        public static Difference of(RowLoss loss) {
            return new Difference(loss.table(), loss.toString(), !loss.column().isEmpty(), true, Optional.of(loss));
        }

        /** Whether another one says that as many rows of the table, or values of the column, are gone, or more. */
        public boolean isWithin(Difference other) {
            return loss.flatMap(here -> other.loss.filter(here::isWithin)).isPresent();
        }

        /** The subject of the difference: {@code rows of public.person}. */
        public String subject() {
            return text.substring(0, text.indexOf(':'));
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * The differences, in order of the names: tables whose rows differ, and sequences that went back. That a sequence went on is no
     * difference, for no transaction takes that back.
     */
    public List<Difference> differencesTo(RowSnapshot after) {
        List<Difference> differences = new ArrayList<>();
        for (String name : tablesThatDiffer(after)) {
            differences.add(different(name, content(name), after.content(name)));
        }
        new TreeMap<>(sequences).forEach((name, here) -> {
            Position there = after.sequences.get(name);
            if (there != null && there.isBehind(here)) {
                String text = "position of %s: %s   ->   %s".formatted(name, here, there);
                differences.add(new Difference(name, text, false, false, Optional.empty()));
            }
        });
        return differences;
    }

    /** The tables whose rows are others than they are here, in order of their names. */
    public SortedSet<String> tablesThatDiffer(RowSnapshot after) {
        SortedSet<String> names = new TreeSet<>(tables.keySet());
        names.addAll(after.tables.keySet());
        names.removeIf(name -> content(name).equals(after.content(name)));
        return names;
    }

    /** How many rows a table holds, and a digest. */
    public Content content(String table) {
        return tables.getOrDefault(table, EMPTY);
    }

    /** Where the sequences stand now that are there before and now and have moved. */
    public Map<String, Position> movedSince(RowSnapshot before) {
        Map<String, Position> moved = new TreeMap<>(sequences);
        moved.entrySet().removeIf(sequence -> sequence.getValue()
                .equals(before.sequences.getOrDefault(sequence.getKey(), sequence.getValue())));
        return moved;
    }

    private static Difference different(String table, Content here, Content there) {
        boolean asMany = here.count() == there.count();
        String subject = RowLoss.subject(table);
        return new Difference(
                table,
                asMany
                        ? "%s: %s, but not the same".formatted(subject, there)
                        : "%s: %s   ->   %s".formatted(subject, here, there),
                asMany,
                true,
                Optional.empty());
    }
}
