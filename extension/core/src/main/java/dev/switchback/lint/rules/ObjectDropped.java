package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ColumnState;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A table or column whose rows or values are lost. */
final class ObjectDropped implements EffectCheck {

    static final LintRule TABLE =
            new LintRule("table-dropped", "a table is dropped with its rows", Severity.FAIL, LintCategory.DESTRUCTIVE);
    static final LintRule COLUMN = new LintRule(
            "column-dropped", "a column is dropped with its values", Severity.FAIL, LintCategory.DESTRUCTIVE);

    private final LintRule rule;

    ObjectDropped(LintRule rule) {
        this.rule = rule;
    }

    @Override
    public LintRule rule() {
        return rule;
    }

    @Override
    public List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        return ColumnFinding.merged(migration.statements().stream().flatMap(statement -> statement
                .old()
                .flatMap(table -> rule.equals(TABLE)
                        ? lost(table, statement).map(lost -> finding(migration, statement, table.table(), ""))
                        : lostColumns(table, statement)
                                .map(lost -> finding(migration, statement, table.table(), lost)))));
    }

    /** Partitions go with their table. */
    private static Stream<TableEffect> lost(TableEffect table, StatementEffects statement) {
        return table.isGone() && !statement.isDoneToParent(table, TableEffect::isGone)
                ? Stream.of(table)
                : Stream.empty();
    }

    private static Stream<String> lostColumns(TableEffect table, StatementEffects statement) {
        return table.isGone()
                ? Stream.empty()
                : removed(table)
                        .filter(column -> !statement.isDoneToParent(
                                table, parent -> removed(parent).anyMatch(column::equals)));
    }

    private static Stream<String> removed(TableEffect table) {
        return table.removedColumns().values().stream().map(ColumnState::name);
    }

    private ColumnFinding finding(MigrationEffects migration, StatementEffects statement, String table, String column) {
        String lost = column.isEmpty() ? table : table + "." + column;
        return new ColumnFinding(
                table,
                column,
                new Place(this, migration, statement)
                        .finding(lost + " is dropped")
                        .because(
                                "",
                                "What it holds is lost, and the version of the application that still runs may use it."));
    }
}
