package dev.switchback.lint.effect;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The effects of one statement; a Java migration counts as one.
 *
 * @param sql as it ran; the class of a Java migration
 * @param line where it begins in the script, counted from 1; 0 if unknown
 * @param isInTransaction whether a transaction was open for it, so that its locks were held until that ended
 * @param endsTransaction whether the transaction in which it began was over when it ended
 * @param hasLockTimeout whether waiting for a lock would have ended by itself
 * @param isPartlySeen whether it could run only outside a transaction, so that its locks are not known
 * @param warnings the server's notices, each after its SQLSTATE
 * @param tables the tables that it touched
 * @param lockedViews the qualified names of the views that were there before the migration and that nobody else can read from it on
 */
@API(status = API.Status.INTERNAL)
public record StatementEffects(
        String sql,
        int line,
        boolean isInTransaction,
        boolean endsTransaction,
        boolean hasLockTimeout,
        boolean isPartlySeen,
        List<String> warnings,
        Duration time,
        List<TableEffect> tables,
        Set<String> lockedViews) {

    public StatementEffects {
        warnings = List.copyOf(warnings);
        tables = List.copyOf(tables);
        lockedViews = Set.copyOf(lockedViews);
    }

    /** The same with only some of the tables. */
    StatementEffects only(Predicate<TableEffect> condition) {
        return new StatementEffects(
                sql,
                line,
                isInTransaction,
                endsTransaction,
                hasLockTimeout,
                isPartlySeen,
                warnings,
                time,
                tables.stream().filter(condition).toList(),
                lockedViews);
    }

    /** Those that were there before the migration. */
    public Stream<TableEffect> old() {
        return tables.stream().filter(table -> !table.isNew());
    }

    /** The tables that hold the rows of one: itself or, of a partitioned one, its partitions that the statement touched. */
    public List<TableEffect> holders(TableEffect table) {
        return !table.known().isPartitioned()
                ? List.of(table)
                : tables.stream()
                        .filter(each -> each.known().parent().equals(table.table()))
                        .flatMap(partition -> holders(partition).stream())
                        .toList();
    }

    /** Whether a table is a partition of one to which the statement has done the same. */
    public boolean isDoneToParent(TableEffect partition, Predicate<TableEffect> same) {
        String parent = partition.known().parent();
        return !parent.isEmpty()
                && tables.stream().filter(table -> table.table().equals(parent)).anyMatch(same);
    }
}
