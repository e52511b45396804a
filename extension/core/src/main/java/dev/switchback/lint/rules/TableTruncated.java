package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.stream.Stream;

/** A table whose rows are all thrown away at once. */
final class TableTruncated extends StatementCheck {

    private static final LintRule RULE = new LintRule(
            "table-truncated", "all rows of a table are thrown away", Severity.FAIL, LintCategory.DESTRUCTIVE);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        return !table.isNew() && table.isTruncated()
                ? Stream.of(place.finding("all rows of %s are thrown away".formatted(table.table()))
                        .because(
                                Work.lock(table) + ".",
                                "No undo brings them back. If they are to go, say so in the file."))
                : Stream.empty();
    }
}
