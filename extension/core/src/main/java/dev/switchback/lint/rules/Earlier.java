package dev.switchback.lint.rules;

import dev.switchback.lint.effect.ConstraintState;
import dev.switchback.lint.effect.ConstraintState.Sort;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import java.util.Optional;
import java.util.stream.Stream;

/** The effects of the statements of a migration that ran before one of them. */
record Earlier(MigrationEffects migration) {

    /** Whether the migration itself has added the column of a number. */
    boolean hasAdded(long column, TableEffect table, StatementEffects statement) {
        return on(table, statement).anyMatch(earlier -> earlier.addedColumns().containsKey(column));
    }

    /** Whether the migration has taken away a trigger of a name. */
    boolean hasDroppedTrigger(String name, TableEffect table, StatementEffects statement) {
        return on(table, statement)
                .anyMatch(earlier -> earlier.removedTriggers().containsValue(name));
    }

    /** The key whose place a new one takes: the primary key that the migration has taken away, or a constraint of the same name. */
    Optional<ConstraintState> replaced(ConstraintState key, TableEffect table, StatementEffects statement) {
        return Stream.concat(on(table, statement), Stream.of(table))
                .flatMap(effect -> effect.removedConstraints().values().stream())
                .filter(removed -> removed.name().equals(key.name())
                        || (removed.sort() == Sort.PRIMARY_KEY && key.sort() == Sort.PRIMARY_KEY))
                .reduce((first, last) -> last);
    }

    /** How many rows the migration itself has brought into a table. */
    long inserted(TableEffect table, StatementEffects statement) {
        return on(table, statement)
                .mapToLong(earlier -> earlier.rows().inserted())
                .sum();
    }

    private Stream<TableEffect> on(TableEffect table, StatementEffects statement) {
        return migration.statements().stream()
                .takeWhile(earlier -> !earlier.equals(statement))
                .flatMap(earlier -> earlier.tables().stream())
                .filter(earlier -> earlier.table().equals(table.table()));
    }
}
