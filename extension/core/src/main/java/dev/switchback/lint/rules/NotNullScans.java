package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ColumnState;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import dev.switchback.text.Enumeration;
import java.util.List;
import java.util.stream.Stream;

/** Columns that are made NOT NULL by reading all rows. */
final class NotNullScans extends StatementCheck {

    private static final LintRule RULE = new LintRule(
            "not-null-scans",
            "a column is made NOT NULL and all rows are checked under the same lock",
            Severity.FAIL,
            LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        List<String> columns = withoutNulls(table);
        return columns.isEmpty()
                        || !Work.isScannedUnderLock(table, place.statement())
                        || Work.isRewritten(table, place.statement())
                        || place.statement().isDoneToParent(table, NotNullScans::takesNoNulls)
                ? Stream.empty()
                : Stream.of(place.finding("making %s.%s NOT NULL reads all rows under a lock"
                                .formatted(table.table(), Enumeration.of(columns)))
                        .because(
                                Work.lock(table) + " while " + Work.scan(table, place.statement()) + ".",
                                "The table is locked as long as its rows are read. A validated CHECK (%s IS NOT NULL) spares that."
                                        .formatted(String.join(" IS NOT NULL AND ", columns)))
                        .safer(safer.notNull(columns, table.after().orElseThrow())));
    }

    private static List<String> withoutNulls(TableEffect table) {
        return table.columnsThat((before, after) -> !before.isNotNull() && after.isNotNull()).stream()
                .map(ColumnState::name)
                .toList();
    }

    private static boolean takesNoNulls(TableEffect table) {
        return !withoutNulls(table).isEmpty();
    }
}
