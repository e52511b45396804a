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
import org.apiguardian.api.API;

/**
 * The strongest lock of a migration on each table; those that it makes itself are left out, since nobody waits for them.
 *
 * @param tables the strongest first
 * @param unseen lines of statements that run outside a transaction, whose locks were not seen
 */
@API(status = API.Status.INTERNAL)
public record MigrationLocks(Migration migration, List<OnTable> tables, List<Integer> unseen) {

    /**
     * The lock on a table.
     *
     * @param table its qualified name
     * @param blocked what waits for it
     * @param mode what the server calls it
     * @param line where the statement begins that takes it; 0 if unknown
     */
    public record OnTable(String table, Blocked blocked, String mode, int line) {}

    public MigrationLocks {
        tables = List.copyOf(tables);
        unseen = List.copyOf(unseen);
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
                        .toList());
    }

    private static OnTable lock(TableEffect table, StatementEffects statement) {
        return new OnTable(table.table(), table.taken(), table.mode(), statement.line());
    }

    /** The first one, unless a later one keeps more work waiting. */
    private static OnTable stronger(OnTable earlier, OnTable later) {
        return later.blocked().compareTo(earlier.blocked()) > 0 ? later : earlier;
    }
}
