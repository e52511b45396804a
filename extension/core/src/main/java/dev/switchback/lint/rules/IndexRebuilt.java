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

/** An index that is built again under a lock, while its table keeps its rows where they are. */
final class IndexRebuilt extends StatementCheck {

    private static final LintRule RULE = new LintRule(
            "index-rebuilt", "an index is built anew while writes wait", Severity.FAIL, LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        if (table.before().isEmpty() || table.after().isEmpty() || table.hasAnotherFile() || !Work.mayHaveRows(table)) {
            return Stream.empty();
        }
        return table.after().get().indexes().entrySet().stream()
                .filter(index -> isRebuilt(index, table, place))
                .map(Map.Entry::getValue)
                .map(index -> place.finding(
                                "index %s of %s is built anew under a lock".formatted(index.name(), table.table()))
                        .because(
                                Work.lock(table) + " while " + Work.scan(table) + ".",
                                "Writes wait until it is built, and so do reads that would use it.")
                        .safer(safer.rebuildIndex(index, table.table())));
    }

    /** Another index of the name comes from a statement that makes all that depends on a column anew, or builds concurrently. */
    private static boolean isRebuilt(Map.Entry<Long, IndexState> index, TableEffect table, Place place) {
        IndexState same = table.before().orElseThrow().indexes().get(index.getKey());
        boolean isSameButElsewhere = same != null
                && same.file() != index.getValue().file()
                && index.getValue().file() != 0;
        return isSameButElsewhere
                || (same == null && !place.statement().isPartlySeen() && Work.isMadeAnew(index.getValue(), table));
    }
}
