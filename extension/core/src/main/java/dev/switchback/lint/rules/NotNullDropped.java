package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.migration.Severity;
import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.InheritingTables;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Optional;

/** A column that takes nulls from now on. */
final class NotNullDropped implements EffectCheck {

    private static final LintRule RULE = new LintRule(
            "not-null-dropped", "a column takes nulls from now on", Severity.NOTICE, LintCategory.COMPATIBILITY);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        List<ObjectName> columns = migration.difference().changes().stream()
                .filter(change -> takesNulls(change) && isOfTable(change.name(), migration))
                .map(Change::name)
                .toList();
        return ColumnFinding.merged(columns.stream()
                .filter(column -> !isDoneToParent(column, columns, migration))
                .map(column -> ColumnFinding.of(column, on(column, migration))));
    }

    private static boolean takesNulls(Change change) {
        return change.name().kind() == ObjectKind.COLUMN
                && change instanceof Changed changed
                && changed.attribute().equals("nullability")
                && changed.from().equals("not null")
                && changed.to().isEmpty();
    }

    /** A view says of no column that it takes no nulls. */
    private static boolean isOfTable(ObjectName column, MigrationEffects migration) {
        return migration
                .difference()
                .after()
                .parentOf(column)
                .filter(parent -> parent.kind() == ObjectKind.TABLE || parent.kind() == ObjectKind.FOREIGN_TABLE)
                .isPresent();
    }

    private static boolean isDoneToParent(ObjectName column, List<ObjectName> columns, MigrationEffects migration) {
        Optional<SchemaObject> table = migration.difference().after().parentOf(column);
        return table.isPresent()
                && columns.stream()
                        .filter(other -> other.name().equals(column.name()))
                        .anyMatch(other -> InheritingTables.isChildOf(table.get(), other.qualifiedParent()));
    }

    private static LintFinding on(ObjectName column, MigrationEffects migration) {
        return Place.on(
                        column,
                        "nullability",
                        RULE,
                        migration,
                        "column %s takes nulls from now on".formatted(column.qualified()))
                .because(
                        "",
                        "The version of the application that still runs may not expect nulls when it reads, and no undo can make the column NOT NULL again once there are some.");
    }
}
