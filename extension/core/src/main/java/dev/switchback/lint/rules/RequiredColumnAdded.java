package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ColumnState;
import dev.switchback.lint.effect.ColumnState.Generated;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.lint.effect.TableState.Kind;
import dev.switchback.migration.Severity;
import dev.switchback.schema.ObjectName;
import dev.switchback.text.Enumeration;
import java.util.List;
import java.util.stream.Stream;

/** New columns that no row that is there can fill. */
final class RequiredColumnAdded extends StatementCheck {

    private static final LintRule RULE = new LintRule(
            "not-null-without-default",
            "a NOT NULL column without a default is added to a table that may have rows",
            Severity.FAIL,
            LintCategory.ROWS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        List<ColumnState> columns = required(table);
        return columns.isEmpty() || isFilled(table, place.statement())
                ? Stream.empty()
                : Stream.of(place.finding(problem(columns, table.table()))
                        .because(
                                "It went well only because the table is empty here.",
                                "With a single row in the table the statement fails; and the version of the application that still runs does not write %s."
                                        .formatted(columns.size() == 1 ? "the column" : "these columns"))
                        .safer(safer.requiredColumns(columns, table.after().orElseThrow())));
    }

    private static String problem(List<ColumnState> columns, String table) {
        String names = Enumeration.of(columns.stream().map(ColumnState::name).toList());
        return columns.size() == 1
                ? "column %s of %s is NOT NULL and has no default".formatted(names, table)
                : "columns %s of %s are NOT NULL and have no default".formatted(names, table);
    }

    /** Whether a statement of a migration is told to have added the column so. */
    static boolean isToldOf(ObjectName column, MigrationEffects migration) {
        return migration.statements().stream()
                .flatMap(statement -> statement.tables().stream()
                        .filter(table -> table.table().equals(column.qualifiedParent()) && !isFilled(table, statement)))
                .flatMap(table -> required(table).stream())
                .anyMatch(added -> added.name().equals(column.name()));
    }

    /** Whether the statement is a block that fills new columns of rows that are there. */
    private static boolean isFilled(TableEffect table, StatementEffects statement) {
        return table.rows().updated() > 0 || Words.fillsBeforeNotNull(table.table(), statement.sql());
    }

    private static List<ColumnState> required(TableEffect table) {
        return table.isNew() || table.before().isEmpty() || table.isOf(Kind.FOREIGN_TABLE)
                ? List.of()
                : table.addedColumns().values().stream()
                        .filter(column -> column.isNotNull()
                                && column.expression().isEmpty()
                                && column.generated() == Generated.NOT)
                        .toList();
    }
}
