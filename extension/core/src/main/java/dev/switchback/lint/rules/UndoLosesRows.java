package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ColumnState;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.lint.effect.UndoEffects;
import dev.switchback.migration.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An undo that takes away more than its migration has brought. */
final class UndoLosesRows implements EffectCheck {

    private static final LintRule RULE = new LintRule(
            "undo-loses-rows",
            "an undo loses rows that its migration did not create",
            Severity.FAIL,
            LintCategory.DESTRUCTIVE);

    private static final String REASON =
            "Going back is to bring back what was there before. These rows are lost with it, and going up again does not bring them back.";

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        return ColumnFinding.merged(migration.undo().stream()
                .flatMap(undo -> undo.statements().stream().flatMap(statement -> statement
                        .old()
                        .flatMap(table -> losses(statement, table, new Migrated(migration)))
                        .filter(loss -> !isDeclared(loss, undo))
                        .map(loss -> new ColumnFinding(
                                loss.table(), loss.column(), finding(loss, statement, undo, migration))))));
    }

    private static LintFinding finding(
            Loss loss, StatementEffects statement, UndoEffects undo, MigrationEffects migration) {
        return LintFinding.of(RULE, undo.file(), statement.line(), loss.problem())
                .of(migration.migration())
                .at(statement.line(), statement.sql())
                .because(loss.seen(), REASON);
    }

    /** Loss of a table's rows, or of the values of one of its columns. */
    private record Loss(String table, String column, String problem, String seen) {}

    private static Stream<Loss> losses(StatementEffects statement, TableEffect table, Migrated migration) {
        String name = table.table();
        if (table.isGone()) {
            return Stream.of(new Loss(
                    name,
                    "",
                    "the undo drops %s, which the migration did not make".formatted(name),
                    "The table was there before."));
        }
        if (table.isTruncated()) {
            return Stream.of(new Loss(
                    name, "", "the undo throws away all rows of %s".formatted(name), "The table was there before."));
        }
        Stream<Loss> columns = table.removedColumns().values().stream()
                .map(ColumnState::name)
                .map(column -> new Loss(
                        name,
                        column,
                        "the undo drops %s.%s, which the migration did not add".formatted(name, column),
                        "The column was there before."));
        return Stream.concat(columns, deleted(statement, table, migration).stream());
    }

    private static Optional<Loss> deleted(StatementEffects statement, TableEffect table, Migrated migration) {
        String name = table.table();
        long deleted = table.rows().deleted();
        long inserted = migration.inserted(name);
        String problem = "the undo deletes rows of %s that the migration did not insert".formatted(name);
        if (deleted > inserted) {
            return Optional.of(new Loss(
                    name,
                    "",
                    problem,
                    "It deletes %d here, and the migration inserts %d.".formatted(deleted, inserted)));
        }
        if (table.writes() && Words.deletesAllOf(name, statement.sql())) {
            return Optional.of(new Loss(name, "", problem, "It deletes all rows, whichever there are."));
        }
        return table.writes()
                        && table.rows().written() == 0
                        && Words.deletesFrom(name, statement.sql())
                        && !migration.writes(name)
                ? Optional.of(new Loss(name, "", problem, "The migration does not write to the table at all."))
                : Optional.empty();
    }

    /** Rows that the migration itself has written. */
    private record Migrated(MigrationEffects migration) {

        long inserted(String table) {
            return effects(table).mapToLong(effect -> effect.rows().inserted()).sum();
        }

        boolean writes(String table) {
            return effects(table).anyMatch(TableEffect::writes);
        }

        private Stream<TableEffect> effects(String table) {
            return migration.statements().stream()
                    .flatMap(statement -> statement.tables().stream())
                    .filter(effect -> effect.table().equals(table));
        }
    }

    /** Whether migration or undo say so: {@code -- switchback: loses person.phone nobody calls}. */
    private static boolean isDeclared(Loss loss, UndoEffects undo) {
        String unqualified = loss.table().substring(loss.table().indexOf('.') + 1);
        return undo.losses().stream()
                .filter(declared -> !declared.reason().isEmpty())
                .map(declared -> declared.target())
                .anyMatch(target -> Stream.of(loss.table(), unqualified)
                        .flatMap(table -> loss.column().isEmpty()
                                ? Stream.of(table)
                                : Stream.of(table, table + "." + loss.column()))
                        .anyMatch(target::equalsIgnoreCase));
    }
}
