package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ColumnState.Generated;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.stream.Stream;

/** A new column that no row that is there can fill. */
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
        return table.isNew() || table.before().isEmpty()
                ? Stream.empty()
                : table.addedColumns().values().stream()
                        .filter(column -> column.isNotNull()
                                && column.expression().isEmpty()
                                && column.generated() == Generated.NOT)
                        .map(column -> place.finding("column %s of %s is NOT NULL and has no default"
                                        .formatted(column.name(), table.table()))
                                .because(
                                        "It went well only because the table is empty here.",
                                        "With a single row in the table the statement fails; and the version of the application that still runs does not write the column.")
                                .safer(safer.requiredColumn(
                                        column, table.after().orElseThrow())));
    }
}
