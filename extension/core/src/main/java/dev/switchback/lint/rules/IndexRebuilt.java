package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.Blocked;
import dev.switchback.lint.effect.IndexState;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.List;
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
                .map(index -> place.finding("index %s of %s is built anew under a lock"
                                .formatted(index.getValue().name(), table.table()))
                        .because(
                                lock(table) + " while " + Work.scan(table, place.statement()) + ".",
                                "Writes wait until it is built, and so do reads that would use it.")
                        .safer(rebuild(index, table, safer)));
    }

    /** An index that the server has made anew goes by another definition, which building the old one anew would not give it. */
    private static List<String> rebuild(Map.Entry<Long, IndexState> index, TableEffect table, SaferWays safer) {
        return table.addedIndexes().containsKey(index.getKey())
                ? List.of()
                : safer.rebuildIndex(index.getValue(), table.table());
    }

    /** Of a statement that runs only outside a transaction the lock is not seen. */
    private static String lock(TableEffect table) {
        return table.blocked() == Blocked.NOTHING
                ? "Lock on %s: writes wait".formatted(table.table())
                : Work.lock(table);
    }

    /** Another index of the name comes from a statement that makes all that depends on a column anew, or builds concurrently. */
    private static boolean isRebuilt(Map.Entry<Long, IndexState> index, TableEffect table, Place place) {
        IndexState same = table.before().orElseThrow().indexes().get(index.getKey());
        boolean isSameButElsewhere = same != null
                && same.file() != index.getValue().file()
                && index.getValue().file() != 0;
        return isSameButElsewhere
                || (same == null
                        && !place.statement().isPartlySeen()
                        && Work.isMadeAnew(index.getValue(), table)
                        && !isOfAnotherConstraint(index.getKey(), table));
    }

    /** Such a constraint has a finding of its own. */
    private static boolean isOfAnotherConstraint(long index, TableEffect table) {
        return Work.constraintOf(index, table)
                .filter(constraint -> !Work.isMadeAnew(constraint, table))
                .isPresent();
    }
}
