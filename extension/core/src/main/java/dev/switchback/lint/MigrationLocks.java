package dev.switchback.lint;

import dev.switchback.lint.effect.Blocked;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Migration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apiguardian.api.API;

/**
 * The strongest lock of a migration on each table, without those that it makes itself, since nobody waits for them; and the rows
 * that it writes.
 *
 * @param tables the strongest first
 * @param unseen lines of statements that run outside a transaction, whose locks were not seen
 * @param written the tables of which it writes rows, also those that it makes itself, in order of their names
 */
@API(status = API.Status.INTERNAL)
public record MigrationLocks(Migration migration, List<OnTable> tables, List<Integer> unseen, List<Written> written) {

    /**
     * The lock on a table.
     *
     * @param table its qualified name
     * @param blocked what waits for it
     * @param mode what the server calls it
     * @param line where the statement begins that takes it; 0 if unknown
     */
    public record OnTable(String table, Blocked blocked, String mode, int line) {}

    /** The rows of a table that all statements together wrote. */
    public record Written(String table, long inserted, long updated, long deleted) {

        private static Written of(TableEffect table) {
            TableEffect.Rows rows = table.rows();
            return new Written(table.table(), rows.inserted(), rows.updated(), rows.deleted());
        }

        private Written and(Written more) {
            return new Written(table, inserted + more.inserted, updated + more.updated, deleted + more.deleted);
        }
    }

    public MigrationLocks {
        tables = List.copyOf(tables);
        unseen = List.copyOf(unseen);
        written = List.copyOf(written);
    }

    static MigrationLocks of(MigrationEffects effects) {
        Map<String, OnTable> strongest = new HashMap<>();
        for (StatementEffects statement : effects.statements()) {
            statement
                    .old()
                    .filter(table -> !table.mode().isEmpty())
                    .forEach(table -> strongest.merge(table.table(), lock(table, statement), MigrationLocks::stronger));
        }
        return new MigrationLocks(
                effects.migration(),
                strongest.values().stream()
                        .sorted(Comparator.comparing(OnTable::blocked)
                                .reversed()
                                .thenComparing(OnTable::table))
                        .toList(),
                effects.statements().stream()
                        .filter(StatementEffects::isPartlySeen)
                        .map(StatementEffects::line)
                        .toList(),
                written(effects));
    }

    private static List<Written> written(MigrationEffects effects) {
        Map<String, Written> tables = new TreeMap<>();
        effects.statements().stream()
                .flatMap(statement -> statement.tables().stream())
                .filter(table -> table.rows().written() > 0)
                .forEach(table -> tables.merge(table.table(), Written.of(table), Written::and));
        return List.copyOf(tables.values());
    }

    private static OnTable lock(TableEffect table, StatementEffects statement) {
        return new OnTable(table.table(), table.taken(), table.mode(), statement.line());
    }

    /** The first one, unless a later one keeps more work waiting. */
    private static OnTable stronger(OnTable earlier, OnTable later) {
        return later.blocked().compareTo(earlier.blocked()) > 0 ? later : earlier;
    }
}
