package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.IndexState;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An index that is gone, for everybody to see, while another one for the same queries is not built yet. */
final class IndexReplacedLate implements EffectCheck {

    private static final LintRule RULE = new LintRule(
            "index-replaced-late",
            "an index is gone before the one that takes its place is there",
            Severity.NOTICE,
            LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        List<LintFinding> findings = new ArrayList<>();
        for (int i = 0; i < migration.statements().size(); i++) {
            StatementEffects statement = migration.statements().get(i);
            List<StatementEffects> later = afterItIsSeen(migration.statements(), i);
            statement.old().forEach(table -> removed(table).forEach(index -> successor(index, table, later)
                    .map(other -> finding(new Place(this, migration, statement), index, other, table))
                    .ifPresent(findings::add)));
        }
        return findings;
    }

    private static LintFinding finding(Place place, IndexState index, IndexState successor, TableEffect table) {
        return place.finding("index %s of %s is gone before %s is there"
                        .formatted(index.name(), table.table(), successor.name()))
                .because(
                        "%s is dropped and committed, and only then %s is built."
                                .formatted(index.name(), successor.name()),
                        "Until it is, the queries that need one of them read the whole table. Build the new index first; if it is to have the same name, give it another one and rename it in the end.");
    }

    private static List<IndexState> removed(TableEffect table) {
        return table.isGone()
                ? List.of()
                : table.removedIndexes().entrySet().stream()
                        .filter(index ->
                                Work.formerConstraintOf(index.getKey(), table).isEmpty())
                        .map(Map.Entry::getValue)
                        .filter(index -> !Work.isReplaced(index, table))
                        .toList();
    }

    /** The statements that run when the transaction of one is over. */
    private static List<StatementEffects> afterItIsSeen(List<StatementEffects> statements, int index) {
        for (int end = index; end < statements.size(); end++) {
            if (!statements.get(end).isInTransaction() || statements.get(end).endsTransaction()) {
                return statements.subList(end + 1, statements.size());
            }
        }
        return List.of();
    }

    /** The first index that is built then and begins with the same column or expression. */
    private static Optional<IndexState> successor(IndexState index, TableEffect table, List<StatementEffects> later) {
        return later.stream()
                .flatMap(StatementEffects::old)
                .filter(other -> other.table().equals(table.table()))
                .flatMap(other -> other.addedIndexes().values().stream())
                .filter(other -> first(other).equals(first(index)))
                .findFirst();
    }

    private static String first(IndexState index) {
        return index.columns().isEmpty() || index.columns().get(0).isEmpty()
                ? index.definition().replaceFirst("^.*? USING ", "")
                : index.columns().get(0);
    }
}
