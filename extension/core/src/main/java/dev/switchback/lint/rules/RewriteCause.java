package dev.switchback.lint.rules;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ColumnState;
import dev.switchback.lint.effect.ColumnState.Generated;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.lint.effect.TableState;
import dev.switchback.migration.Severity;
import dev.switchback.text.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A part of a statement that would have a table rewritten by itself.
 *
 * @param action as the subject of a sentence
 * @param saferSql the safer way to do the same; empty if there is none
 */
record RewriteCause(LintRule rule, String action, List<String> saferSql) {

    private static final LintRule TYPE =
            rule("type-change-rewrites", "another type of a column has the table rewritten");
    private static final LintRule DEFAULT =
            rule("default-rewrites", "a new column with a default that varies has the table rewritten");
    private static final LintRule GENERATED =
            rule("generated-column-rewrites", "a new generated or identity column has the table rewritten");
    private static final LintRule OTHER = rule("table-rewritten", "a table is rewritten under a lock");

    /** The rules, one for each sort of cause. */
    static final List<LintRule> RULES = List.of(TYPE, DEFAULT, GENERATED, OTHER);

    private static LintRule rule(String id, String title) {
        return new LintRule(id, title, Severity.FAIL, LintCategory.LOCKS);
    }

    /** The causes for which a statement has rewritten a table: one at least, and each sort once. */
    static List<RewriteCause> of(TableEffect table, String sql, SaferWays safer) {
        List<RewriteCause> certain = Stream.of(
                        types(
                                table.columnsThat((before, after) -> isRetyped(before, after)
                                        && !(safer.keepsRows(before.type(), after.type())
                                                && UsingExpression.of(sql, after.name())
                                                        .isEmpty())),
                                table,
                                sql,
                                safer),
                        generated(added(table, RewriteCause::isGenerated)),
                        defaults(added(table, RewriteCause::varies), table, safer))
                .flatMap(List::stream)
                .toList();
        return certain.isEmpty() ? List.of(uncertain(table, sql, safer)) : certain;
    }

    /** The cause where nothing rewrites a table as far as is known, as a new column of a domain with a check does. */
    private static RewriteCause uncertain(TableEffect table, String sql, SaferWays safer) {
        List<ColumnState> added = added(table, column -> true);
        return added.isEmpty()
                ? types(table.columnsThat(RewriteCause::isRetyped), table, sql, safer).stream()
                        .findFirst()
                        .orElseGet(() -> other(table, safer))
                : new RewriteCause(OTHER, "adding " + named(names(added)), List.of());
    }

    private static boolean isRetyped(ColumnState before, ColumnState after) {
        return !before.type().equals(after.type());
    }

    private static boolean isGenerated(ColumnState column) {
        return column.generated() == Generated.STORED || column.generated() == Generated.IDENTITY;
    }

    private static boolean varies(ColumnState column) {
        return column.varies() && !isGenerated(column);
    }

    private static List<ColumnState> added(TableEffect table, Predicate<ColumnState> which) {
        return table.addedColumns().values().stream().filter(which).toList();
    }

    private static List<RewriteCause> types(List<ColumnState> columns, TableEffect table, String sql, SaferWays safer) {
        String types = columns.stream()
                .collect(groupingBy(ColumnState::type, LinkedHashMap::new, mapping(ColumnState::name, toList())))
                .entrySet()
                .stream()
                .map(each -> "%s the type %s".formatted(named(each.getValue()), each.getKey()))
                .collect(joining(", and "));
        return cause(
                TYPE,
                "giving " + types,
                columns,
                column -> safer.anotherColumn(
                        column,
                        table.table(),
                        UsingExpression.of(sql, column.name()).orElse("")));
    }

    private static List<RewriteCause> generated(List<ColumnState> columns) {
        return cause(GENERATED, "adding generated " + named(names(columns)), columns, column -> List.of());
    }

    private static List<RewriteCause> defaults(List<ColumnState> columns, TableEffect table, SaferWays safer) {
        String defaults = columns.stream()
                .map(column -> "column %s with default %s".formatted(column.name(), column.expression()))
                .collect(joining(", and "));
        return cause(
                DEFAULT,
                "adding " + defaults,
                columns,
                column -> safer.columnThenDefault(column, table.after().orElseThrow()));
    }

    private static RewriteCause other(TableEffect table, SaferWays safer) {
        if (table.isOf(TableState.Kind.MATERIALIZED_VIEW)) {
            return new RewriteCause(
                    OTHER, "refreshing it", safer.refresh(table.after().orElseThrow()));
        }
        List<String> before = storage(table.before());
        List<String> after = storage(table.after());
        return new RewriteCause(
                OTHER,
                before.equals(after)
                        ? "the statement"
                        : "storing it as %s instead of %s".formatted(without(before, after), without(after, before)),
                List.of());
    }

    private static List<String> storage(Optional<TableState> table) {
        return List.of(table.orElseThrow().storage().split(", "));
    }

    private static String without(List<String> known, List<String> words) {
        boolean isReplaced = words.size() == known.size();
        return words.stream()
                .filter(word -> !isReplaced || !known.contains(word))
                .collect(joining(", "));
    }

    private interface Way {
        List<String> of(ColumnState column);
    }

    private static List<RewriteCause> cause(LintRule rule, String action, List<ColumnState> columns, Way way) {
        return columns.isEmpty()
                ? List.of()
                : List.of(new RewriteCause(
                        rule,
                        action,
                        columns.stream()
                                .flatMap(column -> way.of(column).stream())
                                .toList()));
    }

    private static List<String> names(List<ColumnState> columns) {
        return columns.stream().map(ColumnState::name).toList();
    }

    private static String named(List<String> names) {
        return names.isEmpty() ? "" : (names.size() == 1 ? "column " : "columns ") + Enumeration.of(names);
    }
}
