package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;

/**
 * Assertions on any constraint. Not to be extended.
 *
 * @param <SELF> the assertion's own type
 * @param <PARENT> the assertion on what it is a constraint of
 */
public abstract class ConstraintAssert<SELF extends ConstraintAssert<SELF, PARENT>, PARENT>
        extends ObjectAssert<SELF, PARENT> {

    ConstraintAssert(SchemaObject actual, Class<?> type) {
        super(actual, type);
    }

    /** Holds for the rows that were there before it, too. */
    public SELF isValidated() {
        return require(!isUnvalidated(), () -> Mismatch.state("validated", "not validated"));
    }

    /** Was added as NOT VALID and not validated since. */
    public SELF isNotValidated() {
        return require(isUnvalidated(), () -> Mismatch.state("not validated", "validated"));
    }

    private boolean isUnvalidated() {
        return attribute("valid").equals("not valid");
    }

    /** Can be deferred. */
    public SELF isDeferrable() {
        return require(!attribute("deferrable").isEmpty(), () -> Mismatch.state("deferrable", "not deferrable"));
    }

    /** Is checked at the end of the transaction unless something else is said there. */
    public SELF isInitiallyDeferred() {
        return isInState("deferrable", "initially deferred", "not deferrable");
    }

    /** Cannot be deferred. */
    public SELF isNotDeferrable() {
        return isInState("deferrable", "not deferrable", "not deferrable");
    }
}
