package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.IndexState;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.Map;
import java.util.stream.Stream;

/** An index that is dropped under the strongest lock on its table. */
final class IndexDropped extends StatementCheck {

    private static final LintRule RULE = new LintRule(
            "index-dropped-not-concurrent",
            "an index is dropped while reads and writes wait",
            Severity.NOTICE,
            LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        return table.isNew() || table.isGone() || place.statement().isPartlySeen()
                ? Stream.empty()
                : table.removedIndexes().entrySet().stream()
                        .filter(index ->
                                Work.formerConstraintOf(index.getKey(), table).isEmpty())
                        .map(Map.Entry::getValue)
                        .filter(index -> !Work.isReplaced(index, table) && !losesColumn(index, table))
                        .filter(index -> !place.statement()
                                .isDoneToParent(table, parent -> parent.removedIndexes().values().stream()
                                        .anyMatch(other -> isAlike(other, index))))
                        .map(index -> place.finding("dropping index %s locks %s".formatted(index.name(), table.table()))
                                .because(
                                        Work.lock(table) + ".",
                                        "The lock is short, but who waits for it keeps everybody behind it waiting.")
                                .safer(safer.dropIndex(index, table.before().orElseThrow())));
    }

    private static boolean losesColumn(IndexState index, TableEffect table) {
        return table.removedColumns().values().stream()
                .anyMatch(column -> index.columns().contains(column.name()));
    }

    private static boolean isAlike(IndexState ofParent, IndexState index) {
        return ofParent.isUnique() == index.isUnique() && ofParent.columns().equals(index.columns());
    }
}
