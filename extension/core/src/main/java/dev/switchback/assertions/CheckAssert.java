package dev.switchback.assertions;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.List;

/**
 * Assertions on a check constraint.
 *
 * @param <PARENT> the assertion on the table or domain that has it
 */
public class CheckAssert<PARENT> extends ConstraintAssert<CheckAssert<PARENT>, PARENT> {

    /** Begins assertions on a check constraint alone. */
    public CheckAssert(SchemaObject actual) {
        super(actual, CheckAssert.class);
    }

    /** Has a condition that means this. */
    public CheckAssert<PARENT> hasExpression(String expression) {
        return hasValue("expression", expression, attribute("expression"), this::isMeant);
    }

    /** Has another condition. */
    public CheckAssert<PARENT> doesNotHaveExpression(String expression) {
        ArgumentChecks.text("expression", expression);
        refuseUnlike(names(), expression);
        return hasOtherValue("expression", expression, attribute("expression"), this::isMeant);
    }

    private List<String> names() {
        return site().schema()
                .parentOf(actual.name())
                .map(table -> site().schema().childrenOf(table).stream()
                        .filter(child -> child.kind() == ObjectKind.COLUMN)
                        .map(column -> column.name().name())
                        .toList())
                .filter(columns -> !columns.isEmpty())
                .orElse(List.of("value"));
    }

    private boolean isMeant(String written, String read) {
        return CheckConstraints.same(this, written, read);
    }
}
