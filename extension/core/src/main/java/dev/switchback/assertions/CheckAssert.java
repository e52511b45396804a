package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;

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
        return hasOtherValue("expression", expression, attribute("expression"), this::isMeant);
    }

    private boolean isMeant(String written, String read) {
        return CheckConstraints.same(this, written, read);
    }
}
