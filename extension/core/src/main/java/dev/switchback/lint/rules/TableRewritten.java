package dev.switchback.lint.rules;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ConstraintState;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.text.Enumeration;
import java.util.List;
import java.util.stream.Stream;

/** All rules on rewriting a table; each finding is of the rule that names the cause. */
final class TableRewritten extends StatementCheck {

    private final LintRule rule;

    private TableRewritten(LintRule rule) {
        this.rule = rule;
    }

    /** One check for each cause. */
    static List<EffectCheck> all() {
        return RewriteCause.RULES.stream().<EffectCheck>map(TableRewritten::new).toList();
    }

    @Override
    public LintRule rule() {
        return rule;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        StatementEffects statement = place.statement();
        return !Work.mayHaveRows(table)
                        || !Work.isRewritten(table, statement)
                        || Words.leavesEmpty(statement.sql())
                        || statement.isDoneToParent(table, parent -> Work.isRewritten(parent, statement))
                ? Stream.empty()
                : RewriteCause.of(table, statement.sql(), safer).stream()
                        .filter(cause -> cause.rule().equals(rule))
                        .map(cause -> place.finding("%s rewrites %s".formatted(cause.action(), table.table()))
                                .because(
                                        Work.lock(table) + " while all rows and indexes are written anew.",
                                        "Everybody who uses the table waits, for as long as the rewrite takes, and it takes as much space again.")
                                .safer(withRest(cause.saferSql(), table)));
    }

    /** The steps, and what else the statement asks of the rows, which they leave out. */
    private static List<String> withRest(List<String> steps, TableEffect table) {
        List<String> rest = Stream.concat(
                        table.addedConstraints().values().stream()
                                .filter(constraint -> constraint.sort() != ConstraintState.Sort.NOT_NULL
                                        && !Work.isMadeAnew(constraint, table))
                                .map(constraint -> "constraint " + constraint.name()),
                        table.columnsThat((before, after) -> !before.isNotNull() && after.isNotNull()).stream()
                                .map(column -> "NOT NULL of " + column.name()))
                .toList();
        return steps.isEmpty() || rest.isEmpty()
                ? steps
                : Stream.concat(steps.stream(), Stream.of("-- in another migration: " + Enumeration.of(rest)))
                        .toList();
    }
}
