package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.stream.Stream;

/** A trigger on a table that is in use. */
final class TriggerAdded extends StatementCheck {

    private static final LintRule RULE =
            new LintRule("trigger-added", "a trigger is added while writes wait", Severity.NOTICE, LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        return table.isNew()
                ? Stream.empty()
                : table.addedTriggers().values().stream()
                        .filter(trigger ->
                                !table.before().orElseThrow().triggers().containsValue(trigger))
                        .map(
                                trigger -> place.finding("adding trigger %s keeps writes to %s waiting"
                                                .formatted(trigger, table.table()))
                                        .because(
                                                Work.lock(table) + ".",
                                                "The lock is short, but it waits for all writers that are under way; and from then on each write does what the trigger does."));
    }
}
