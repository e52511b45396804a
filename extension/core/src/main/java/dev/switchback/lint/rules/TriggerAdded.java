package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.MigrationEffects;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.List;

/** A trigger on a table that is in use. */
final class TriggerAdded implements EffectCheck {

    private static final LintRule RULE =
            new LintRule("trigger-added", "a trigger is added while writes wait", Severity.NOTICE, LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    public List<LintFinding> check(MigrationEffects migration, SaferWays safer) {
        Earlier earlier = new Earlier(migration);
        return migration.statements().stream()
                .flatMap(statement -> statement.old().flatMap(table -> table.addedTriggers().values().stream()
                        .filter(trigger ->
                                !isReplaced(trigger, table) && !earlier.hasDroppedTrigger(trigger, table, statement))
                        .map(trigger -> finding(new Place(this, migration, statement), trigger, table))))
                .toList();
    }

    private static boolean isReplaced(String trigger, TableEffect table) {
        return table.before().orElseThrow().triggers().containsValue(trigger);
    }

    private static LintFinding finding(Place place, String trigger, TableEffect table) {
        return place.finding("adding trigger %s keeps writes to %s waiting".formatted(trigger, table.table()))
                .because(
                        Work.lock(table) + ".",
                        "The lock is short, but it waits for all writers that are under way; and from then on each write does what the trigger does.");
    }
}
