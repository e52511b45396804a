package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ColumnState;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.lint.effect.TableState.Kind;
import dev.switchback.migration.Severity;
import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Map;
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
        Earlier earlier = new Earlier(migration);
        Stream<ColumnFinding> attributes = rule.equals(COLUMN) ? attributes(migration) : Stream.empty();
        return ColumnFinding.merged(
                Stream.concat(attributes, migration.statements().stream().flatMap(statement -> statement
                        .old()
                        .flatMap(table -> rule.equals(TABLE)
                                ? lost(table, statement).map(lost -> finding(migration, statement, table, ""))
                                : lostColumns(table, statement)
                                        .filter(column -> !earlier.hasAdded(column.getKey(), table, statement))
                                        .map(column -> finding(
                                                migration,
                                                statement,
                                                table,
                                                column.getValue().name()))))));
    }

    /** Attributes of composite types that tables have values of. */
    private Stream<ColumnFinding> attributes(MigrationEffects migration) {
        Schema before = migration.difference().before();
        return migration.difference().changes().stream()
                .filter(Removed.class::isInstance)
                .map(Change::name)
                .filter(name -> before.parentOf(name)
                                .filter(type -> type.kind() == ObjectKind.COMPOSITE_TYPE && isOfColumn(type, before))
                                .isPresent()
                        && migration.difference().after().parentOf(name).isPresent())
                .map(name -> ColumnFinding.of(
                        name,
                        Place.on(name, rule, migration, name.qualified() + " is dropped")
                                .because("", "What the columns of the type hold of it is lost.")));
    }

    private static boolean isOfColumn(SchemaObject type, Schema schema) {
        return schema.objects(ObjectKind.COLUMN).stream()
                .filter(column -> schema.parentOf(column.name())
                        .filter(table -> table.kind() == ObjectKind.TABLE)
                        .isPresent())
                .map(column -> column.attribute("type").replaceFirst("(\\[])+$", ""))
                .anyMatch(used -> type.name().isMeantBy(used));
    }

    /** Partitions go with their table; a rule of its own tells of views. */
    private static Stream<TableEffect> lost(TableEffect table, StatementEffects statement) {
        return table.isGone()
                        && !table.isOf(Kind.MATERIALIZED_VIEW)
                        && !statement.isDoneToParent(table, TableEffect::isGone)
                ? Stream.of(table)
                : Stream.empty();
    }

    private static Stream<Map.Entry<Long, ColumnState>> lostColumns(TableEffect table, StatementEffects statement) {
        return table.isGone()
                ? Stream.empty()
                : table.removedColumns().entrySet().stream()
                        .filter(column ->
                                !statement.isDoneToParent(table, parent -> parent.removedColumns().values().stream()
                                        .anyMatch(other -> other.name()
                                                .equals(column.getValue().name()))));
    }

    private ColumnFinding finding(
            MigrationEffects migration, StatementEffects statement, TableEffect table, String column) {
        String lost = column.isEmpty() ? table.table() : table.table() + "." + column;
        boolean isElsewhere = table.isOf(Kind.FOREIGN_TABLE);
        return new ColumnFinding(
                table.table(),
                column,
                new Place(this, migration, statement)
                        .finding(lost + " is dropped")
                        .because(
                                "",
                                isElsewhere
                                        ? "The version of the application that still runs may use it."
                                        : "What it holds is lost, and the version of the application that still runs may use it."));
    }
}
