package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
        return migration.statements().stream()
                .flatMap(statement -> statement.old().flatMap(table -> lost(table).stream()
                        .map(lost -> finding(migration, statement, lost))))
                .toList();
    }

    private Set<String> lost(TableEffect table) {
        if (rule.equals(TABLE)) {
            return table.isGone() ? Set.of(table.table()) : Set.of();
        }
        return table.isGone()
                ? Set.of()
                : table.removedColumns().values().stream()
                        .map(column -> table.table() + "." + column.name())
                        .collect(Collectors.toSet());
    }

    private LintFinding finding(MigrationEffects migration, StatementEffects statement, String lost) {
        return new Place(this, migration, statement)
                .finding(lost + " is dropped")
                .because("", "What it holds is lost, and the version of the application that still runs may use it.");
    }
}
