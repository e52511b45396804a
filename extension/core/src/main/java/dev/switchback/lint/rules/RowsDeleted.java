package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.stream.Stream;

/** Rows that are deleted from a table that was there. */
final class RowsDeleted extends StatementCheck {

    private static final LintRule RULE =
            new LintRule("rows-deleted", "rows that were there are deleted", Severity.FAIL, LintCategory.DESTRUCTIVE);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        boolean isDelete = table.rows().deleted() > 0
                || (table.writes()
                        && table.rows().written() == 0
                        && Words.isDelete(place.statement().sql()));
        return !table.isNew() && isDelete
                ? Stream.of(place.finding("rows of %s are deleted".formatted(table.table()))
                        .because(
                                table.rows().deleted() > 0
                                        ? "%d rows were deleted here."
                                                .formatted(table.rows().deleted())
                                        : "The table holds no such rows here.",
                                "No undo brings them back. If they are to go, say so in the file."))
                : Stream.empty();
    }
}
