package dev.switchback.lint.effect;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table at one moment, with what belongs to it by the numbers that stay when names change.
 *
 * @param name its qualified name, without quotes
 * @param file where its rows are; another one means that they were written anew, or are gone
 * @param kind what holds rows, and which
 * @param parent the qualified name of the table that it is a partition of or first inherits from; empty if there is none
 * @param bound the condition that its rows hold as a partition; empty if it is none
 * @param storage its persistence, access method and tablespace
 */
public record TableState(
        String name,
        long file,
        Kind kind,
        String parent,
        String bound,
        String storage,
        SortedMap<Long, ColumnState> columns,
        SortedMap<Long, ConstraintState> constraints,
        SortedMap<Long, IndexState> indexes,
        SortedMap<Long, String> triggers) {

    /** The kinds of what holds rows. */
    public enum Kind {
        TABLE,
        /** Its rows are in its partitions. */
        PARTITIONED_TABLE,
        MATERIALIZED_VIEW,
        /** It has no rows of its own. */
        VIEW,
        /** Its rows are elsewhere. */
        FOREIGN_TABLE
    }

    public TableState {
        columns = new TreeMap<>(columns);
        constraints = new TreeMap<>(constraints);
        indexes = new TreeMap<>(indexes);
        triggers = new TreeMap<>(triggers);
    }

    /** The same without some of its columns. */
    public TableState withoutColumns(Set<Long> some) {
        SortedMap<Long, ColumnState> known = new TreeMap<>(columns);
        known.keySet().removeAll(some);
        return new TableState(name, file, kind, parent, bound, storage, known, constraints, indexes, triggers);
    }

    /** Whether its rows are in its partitions. */
    public boolean isPartitioned() {
        return kind == Kind.PARTITIONED_TABLE;
    }

    /** Entries that one of two maps has and the other has not. */
    static <T> SortedMap<Long, T> only(Map<Long, T> here, Map<Long, T> there) {
        SortedMap<Long, T> left = new TreeMap<>(here);
        left.keySet().removeAll(there.keySet());
        return left;
    }
}
