package dev.switchback.lint.rules;

import dev.switchback.lint.effect.ConstraintState;
import dev.switchback.lint.effect.IndexState;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.lint.effect.TableState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The questions that several rules ask about work that takes longer the more rows a table has. */
final class Work {

    private static final Pattern CAST =
            Pattern.compile("::\"?[\\w.]+\"?(?: varying| precision)?(?:\\(\\d+(?:,\\d+)?\\))?(?:\\[])*");

    private Work() {}

    /** Whether the table has rows that the migration did not know of when it began, or that it has written since, but for the query of a materialized view. */
    static boolean mayHaveRows(TableEffect table) {
        return !table.isNew() || (table.rows().read() > 0 && !table.isOf(TableState.Kind.MATERIALIZED_VIEW));
    }

    /** Whether all rows were read while others could not write. */
    static boolean isScannedUnderLock(TableEffect table, StatementEffects statement) {
        return mayHaveRows(table)
                && isReadThrough(table, statement)
                && table.blocked().stopsWrites();
    }

    /** Whether all rows were read, of a partitioned table those of its partitions. */
    static boolean isReadThrough(TableEffect table, StatementEffects statement) {
        return statement.holders(table).stream().anyMatch(holder -> holder.scans() > 0);
    }

    /** Whether all rows were written anew, of a partitioned table those of its partitions. */
    static boolean isRewritten(TableEffect table, StatementEffects statement) {
        return statement.holders(table).stream().anyMatch(TableEffect::isRewritten);
    }

    /** Whether rows were read for a new constraint, be it in a partition that got it, too. */
    static boolean isChecked(ConstraintState constraint, TableEffect table, StatementEffects statement) {
        return isRead(table)
                || statement
                        .old()
                        .filter(other -> other.addedConstraints().values().stream()
                                .anyMatch(each -> each.isOfParent() && each.sort() == constraint.sort()))
                        .anyMatch(Work::isRead);
    }

    private static boolean isRead(TableEffect table) {
        return table.scans() > 0 || table.lookups() > 0;
    }

    /** Constraints that the server has not asked rows to hold before, which a statement made it do with others waiting. */
    static Stream<ConstraintState> enforced(TableEffect table) {
        return !table.taken().stopsWrites()
                        || table.before().isEmpty()
                        || table.after().isEmpty()
                ? Stream.empty()
                : table.after().get().constraints().entrySet().stream()
                        .filter(after -> {
                            ConstraintState before =
                                    table.before().get().constraints().get(after.getKey());
                            return before != null
                                    && !before.isValidated()
                                    && after.getValue().isValidated();
                        })
                        .map(Map.Entry::getValue);
    }

    /** The constraint that an index came with; empty if it is an index of its own, or an older one. */
    static Optional<ConstraintState> constraintOf(long index, TableEffect table) {
        return table.addedConstraints().values().stream()
                .filter(constraint -> constraint.index() == index)
                .filter(constraint -> constraint.sort() != ConstraintState.Sort.FOREIGN_KEY)
                .findFirst();
    }

    /** The constraint that an index that is gone belonged to. */
    static Optional<ConstraintState> formerConstraintOf(long index, TableEffect table) {
        return table.removedConstraints().values().stream()
                .filter(constraint -> constraint.index() == index)
                .findFirst();
    }

    /** Whether the server has made a constraint anew that was there, as it does where a column gets another type. */
    static boolean isMadeAnew(ConstraintState constraint, TableEffect table) {
        return former(constraint, table)
                .filter(before -> withoutTypes(before.definition()).equals(withoutTypes(constraint.definition())))
                .isPresent();
    }

    /** The server writes a condition with other casts where a column has another type. */
    private static String withoutTypes(String definition) {
        return CAST.matcher(definition).replaceAll("").replaceAll("[()\\s]", "");
    }

    /**
     * Steps that add a constraint while others write, behind the columns that its statement adds and in place of what it takes away;
     * none if the server has made it anew.
     */
    static List<String> saferWay(ConstraintState constraint, TableEffect table, SaferWays safer) {
        return saferWay(constraint, former(constraint, table), table, safer);
    }

    /** The same of a constraint that takes the place of another, which an earlier statement may have taken away. */
    static List<String> saferWay(
            ConstraintState constraint, Optional<ConstraintState> replaced, TableEffect table, SaferWays safer) {
        if (isMadeAnew(constraint, table)) {
            return List.of();
        }
        return safer.afterColumns(
                table.addedColumns().values(),
                table.after().orElseThrow(),
                safer.constraint(constraint, table.after().orElseThrow(), replaced));
    }

    private static Optional<ConstraintState> former(ConstraintState constraint, TableEffect table) {
        return table.removedConstraints().values().stream()
                .filter(before -> before.name().equals(constraint.name()))
                .findFirst();
    }

    /** Whether the index is new, has rows of its own and the name of one that the same statement has taken away. */
    static boolean isMadeAnew(IndexState index, TableEffect table) {
        return table.before().orElseThrow().indexes().values().stream()
                        .noneMatch(before -> before.file() == index.file())
                && table.removedIndexes().values().stream()
                        .anyMatch(before -> before.name().equals(index.name()));
    }

    /** Whether the statement that took the index away has made one of its name. */
    static boolean isReplaced(IndexState index, TableEffect table) {
        return table.addedIndexes().values().stream()
                .anyMatch(added -> added.name().equals(index.name()));
    }

    /** Whether a statement has built an index that had not been there, with writes waiting. */
    static boolean isBuiltUnderLock(Map.Entry<Long, IndexState> index, TableEffect table, StatementEffects statement) {
        return mayHaveRows(table)
                && !statement.isPartlySeen()
                && isReadThrough(table, statement)
                && table.before().orElseThrow().indexes().values().stream().noneMatch(before -> before.name()
                        .equals(index.getValue().name()));
    }

    /** {@code ACCESS EXCLUSIVE lock on public.orders: reads and writes wait}; a stronger one that was held already is said, too. */
    static String lock(TableEffect table) {
        String mode = table.mode().isEmpty() ? "The lock" : table.mode() + " lock";
        boolean isWeaker = !table.mode().isEmpty() && table.held().compareTo(table.taken()) > 0;
        return "%s on %s%s: %s wait"
                .formatted(
                        mode,
                        table.table(),
                        isWeaker ? ", beside a stronger one of an earlier statement" : "",
                        table.blocked().words());
    }

    /** How the rows of the table were read, in words. */
    static String scan(TableEffect table, StatementEffects statement) {
        long rows = statement.holders(table).stream()
                .mapToLong(holder -> holder.rows().read() / Math.max(1, holder.scans()))
                .sum();
        return rows == 0
                ? "all rows are read (the table is empty here)"
                : "all rows are read (%d here)".formatted(rows);
    }
}
