package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ColumnState;
import dev.switchback.lint.effect.ColumnState.Generated;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.List;
import java.util.stream.Stream;

/** All rules on rewriting a table; each finding is of the rule that names the cause. */
final class TableRewritten extends StatementCheck {

    private static final LintRule TYPE =
            rule("type-change-rewrites", "another type of a column has the table rewritten");
    private static final LintRule DEFAULT =
            rule("default-rewrites", "a new column with a default that varies has the table rewritten");
    private static final LintRule GENERATED =
            rule("generated-column-rewrites", "a new generated or identity column has the table rewritten");
    private static final LintRule OTHER = rule("table-rewritten", "a table is rewritten under a lock");

    private final LintRule rule;

    private TableRewritten(LintRule rule) {
        this.rule = rule;
    }

    /** One check for each cause. */
    static List<EffectCheck> all() {
        return Stream.of(TYPE, DEFAULT, GENERATED, OTHER)
                .<EffectCheck>map(TableRewritten::new)
                .toList();
    }

    private static LintRule rule(String id, String title) {
        return new LintRule(id, title, Severity.FAIL, LintCategory.LOCKS);
    }

    @Override
    public LintRule rule() {
        return rule;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        if (!Work.mayHaveRows(table) || !table.isRewritten()) {
            return Stream.empty();
        }
        Cause cause = cause(table, place.statement().sql());
        return cause.rule().equals(rule)
                ? Stream.of(place.finding("%s rewrites %s".formatted(cause.action(), table.table()))
                        .because(
                                Work.lock(table) + " while all rows and indexes are written anew.",
                                "Everybody who uses the table waits, for as long as the rewrite takes, and it takes as much space again.")
                        .safer(cause.saferSql(table, safer)))
                : Stream.empty();
    }

    /** The cause of a rewrite, as a subject of a sentence. */
    private record Cause(
            LintRule rule, String action, java.util.function.BiFunction<TableEffect, SaferWays, List<String>> way) {

        List<String> saferSql(TableEffect table, SaferWays safer) {
            return way.apply(table, safer);
        }
    }

    private static Cause cause(TableEffect table, String sql) {
        List<ColumnState> retyped =
                table.columnsThat((before, after) -> !before.type().equals(after.type()));
        List<ColumnState> added = List.copyOf(table.addedColumns().values());
        List<ColumnState> generated = added.stream()
                .filter(column -> column.generated() == Generated.STORED || column.generated() == Generated.IDENTITY)
                .toList();
        if (!retyped.isEmpty()) {
            ColumnState column = retyped.get(0);
            return new Cause(
                    TYPE,
                    "giving column %s the type %s".formatted(column.name(), column.type()),
                    (t, safer) -> safer.anotherColumn(
                            column,
                            t.table(),
                            UsingExpression.of(sql, column.name()).orElse("")));
        } else if (!generated.isEmpty()) {
            ColumnState column = generated.get(0);
            return new Cause(GENERATED, "adding generated column " + column.name(), (t, safer) -> List.of());
        } else if (added.stream().anyMatch(column -> !column.expression().isEmpty())) {
            ColumnState column = added.stream()
                    .filter(each -> !each.expression().isEmpty())
                    .findFirst()
                    .orElseThrow();
            return new Cause(
                    DEFAULT,
                    "adding column %s with default %s".formatted(column.name(), column.expression()),
                    (t, safer) -> safer.columnThenDefault(column, t.table()));
        }
        String before = table.before().orElseThrow().storage();
        String after = table.after().orElseThrow().storage();
        return new Cause(
                OTHER,
                before.equals(after) ? "the statement" : "storing it as %s instead of %s".formatted(after, before),
                (t, safer) -> List.of());
    }
}
