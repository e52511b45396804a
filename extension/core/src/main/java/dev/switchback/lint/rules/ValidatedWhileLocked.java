package dev.switchback.lint.rules;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.effect.ConstraintState;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableEffect;
import dev.switchback.migration.Severity;
import java.util.Map;
import java.util.stream.Stream;

/** A constraint that is validated while a stronger lock is still held than validating needs. */
final class ValidatedWhileLocked extends StatementCheck {

    private static final LintRule RULE = new LintRule(
            "constraint-validated-while-locked",
            "a constraint is validated in the transaction that locked its table",
            Severity.FAIL,
            LintCategory.LOCKS);

    @Override
    public LintRule rule() {
        return RULE;
    }

    @Override
    Stream<LintFinding> check(Place place, TableEffect table, SaferWays safer) {
        if (table.isNew()
                || !table.held().stopsWrites()
                || table.before().isEmpty()
                || table.after().isEmpty()) {
            return Stream.empty();
        }
        Map<Long, ConstraintState> before = table.before().get().constraints();
        return table.after().get().constraints().entrySet().stream()
                .filter(each -> each.getValue().isValidated() && isNotValidated(before.get(each.getKey())))
                .map(
                        each -> place.finding("%s of %s is validated in the transaction that has locked the table"
                                        .formatted(each.getValue().name(), table.table()))
                                .because(
                                        "An earlier statement's lock on %s: %s wait while %s."
                                                .formatted(
                                                        table.table(),
                                                        table.held().words(),
                                                        Work.scan(table, place.statement())),
                                        "Validating lets others write, but only if no stronger lock is held from before. Validate in the next migration."));
    }

    private static boolean isNotValidated(@org.jspecify.annotations.Nullable ConstraintState constraint) {
        return constraint != null && !constraint.isValidated();
    }
}
