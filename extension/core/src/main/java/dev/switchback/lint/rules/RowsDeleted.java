package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.StatementEffects;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Rows that are deleted from a table that was there. */
final class RowsDeleted implements EffectCheck {

    private static final LintRule RULE =
            new LintRule("rows-deleted", "rows that were there are deleted", Severity.FAIL, LintCategory.DESTRUCTIVE);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        Earlier earlier = new Earlier(migration);
        return migration.statements().stream()
                .flatMap(statement -> statement
                        .old()
                        .filter(table -> !statement.isDoneToParent(table, TableEffect::writes))
                        .flatMap(table -> check(new Place(this, migration, statement), table, earlier)))
                .toList();
    }

    private static Stream<LintFinding> check(Place place, TableEffect table, Earlier earlier) {
        StatementEffects statement = place.statement();
        long deleted = statement.holders(table).stream()
                .mapToLong(holder -> holder.rows().deleted())
                .sum();
        long written = statement.holders(table).stream()
                .mapToLong(holder -> holder.rows().written())
                .sum();
        boolean mayDelete = table.writes() && written == 0 && Words.deletesFrom(table.table(), statement.sql());
        boolean isOwn = deleted > 0 && deleted <= earlier.inserted(table, statement);
        return (deleted > 0 || mayDelete) && !isOwn
                ? Stream.of(place.finding("rows of %s are deleted".formatted(table.table()))
                        .because(seen(deleted), "No undo brings them back. If they are to go, say so in the file."))
                : Stream.empty();
    }

    private static String seen(long deleted) {
        if (deleted == 0) {
            return "The table holds no such rows here.";
        }
        return deleted == 1 ? "One row was deleted here." : "%d rows were deleted here.".formatted(deleted);
    }
}
