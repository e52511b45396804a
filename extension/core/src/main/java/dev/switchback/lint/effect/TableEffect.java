package dev.switchback.lint.effect;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The effect of one statement on one table.
 *
 * @param known the table before the statement or, if it made it, after it; its kind and where it belongs, while the rest may be of an earlier statement
 * @param isNew whether the migration made it
 * @param mode the strongest lock on it that this statement took, as the server calls it; empty if it took none that was not
 *     held already
 * @param taken what that lock keeps waiting
 * @param held what the locks of earlier statements of the same transaction keep waiting
 * @param writes whether the statement took a lock under which rows are written
 * @param scans how often its rows were read from the first to the last
 * @param lookups how often its indexes were searched
 * @param rows how many rows were read, inserted, updated and deleted
 * @param before the table before the statement; empty if it made it, or if that was not looked at because nothing about
 *     the table can have changed
 * @param after the table after the statement; empty if it is gone, or as for {@code before}
 * @param isGone whether the statement dropped it
 */
public record TableEffect(
        TableState known,
        boolean isNew,
        String mode,
        Blocked taken,
        Blocked held,
        boolean writes,
        long scans,
        long lookups,
        Rows rows,
        Optional<TableState> before,
        Optional<TableState> after,
        boolean isGone) {

    /** Numbers of rows. */
    public record Rows(long read, long inserted, long updated, long deleted) {

        /** Those that were changed in any way. */
        public long written() {
            return inserted + updated + deleted;
        }
    }

    /** Its qualified name before the statement, or after it if the statement made it. */
    public String table() {
        return known.name();
    }

    public boolean isOf(TableState.Kind kind) {
        return known.kind() == kind;
    }

    /** The same as the work of a statement that has rewritten the table, everybody waiting. */
    public TableEffect rewritten(String lock) {
        return new TableEffect(
                known,
                isNew,
                lock,
                Blocked.READS_AND_WRITES,
                held,
                writes,
                scansOfNewIndexes() + 1,
                lookups,
                rows,
                before,
                after,
                isGone);
    }

    /** Strongest lock that others wait for while the statement runs, whoever took it. */
    public Blocked blocked() {
        return taken.or(held);
    }

    /** Whether all rows were written anew, each one read; those of a materialized view are read elsewhere. */
    public boolean isRewritten() {
        return hasAnotherFile() && (isOf(TableState.Kind.MATERIALIZED_VIEW) || scans + lookups > scansOfNewIndexes());
    }

    /** Whether all rows were thrown away, none read. */
    public boolean isTruncated() {
        return hasAnotherFile() && !isRewritten();
    }

    /** In another file, each index is built anew by reading the rows there, and an exclusion is checked by reading them again. */
    private long scansOfNewIndexes() {
        TableState found = after.orElseThrow();
        return found.indexes().size()
                + found.constraints().values().stream()
                        .filter(constraint -> constraint.sort() == ConstraintState.Sort.EXCLUSION)
                        .count();
    }

    /** Whether its rows are elsewhere than before. */
    public boolean hasAnotherFile() {
        return before.isPresent()
                && after.isPresent()
                && before.get().file() != after.get().file()
                && !after.get().isPartitioned();
    }

    public SortedMap<Long, IndexState> addedIndexes() {
        return added(TableState::indexes);
    }

    public SortedMap<Long, IndexState> removedIndexes() {
        return removed(TableState::indexes);
    }

    public SortedMap<Long, ConstraintState> addedConstraints() {
        return added(TableState::constraints);
    }

    public SortedMap<Long, ConstraintState> removedConstraints() {
        return removed(TableState::constraints);
    }

    public SortedMap<Long, ColumnState> addedColumns() {
        return added(TableState::columns);
    }

    public SortedMap<Long, ColumnState> removedColumns() {
        return removed(TableState::columns);
    }

    public SortedMap<Long, String> addedTriggers() {
        return added(TableState::triggers);
    }

    public SortedMap<Long, String> removedTriggers() {
        return removed(TableState::triggers);
    }

    /** Columns that were there before and after, as they are after. */
    public List<ColumnState> columnsThat(ColumnChange change) {
        return before.isEmpty() || after.isEmpty()
                ? List.of()
                : after.get().columns().entrySet().stream()
                        .filter(each -> before.get().columns().containsKey(each.getKey()))
                        .filter(each -> change.isSeen(
                                Objects.requireNonNull(before.get().columns().get(each.getKey())), each.getValue()))
                        .map(Map.Entry::getValue)
                        .toList();
    }

    /** A question about a column before and after. */
    @FunctionalInterface
    public interface ColumnChange {
        boolean isSeen(ColumnState before, ColumnState after);
    }

    private <T> SortedMap<Long, T> added(Function<TableState, SortedMap<Long, T>> part) {
        return TableState.only(
                after.map(part).orElseGet(TreeMap::new), before.map(part).orElseGet(TreeMap::new));
    }

    private <T> SortedMap<Long, T> removed(Function<TableState, SortedMap<Long, T>> part) {
        return TableState.only(
                before.map(part).orElseGet(TreeMap::new),
                after.map(part)
                        .orElseGet(
                                isGone ? TreeMap::new : () -> before.map(part).orElseGet(TreeMap::new)));
    }
}
