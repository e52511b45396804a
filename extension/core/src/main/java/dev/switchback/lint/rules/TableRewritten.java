package dev.switchback.lint.rules;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
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
                                .safer(cause.saferSql()));
    }
}
