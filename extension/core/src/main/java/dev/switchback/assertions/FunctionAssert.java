package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;

/** Assertions on a function; see {@link SchemaAssert#function}. */
public class FunctionAssert extends RoutineAssert<FunctionAssert> {

    /** Begins assertions on a function alone. */
    public FunctionAssert(SchemaObject actual) {
        super(actual, FunctionAssert.class);
    }

    /** Returns this type: {@code numeric}, {@code setof orders}, {@code trigger}. */
    public FunctionAssert returns(String type) {
        return hasValue("returned type", type, attribute("returns"), this::sameType);
    }

    /** Is volatile, as functions are by default. */
    public FunctionAssert isVolatile() {
        return isInState("volatility", "volatile", "volatile");
    }

    /** Is stable. */
    public FunctionAssert isStable() {
        return isInState("volatility", "stable", "volatile");
    }

    /** Is immutable. */
    public FunctionAssert isImmutable() {
        return isInState("volatility", "immutable", "volatile");
    }

    /** Is null wherever an argument is. */
    public FunctionAssert isStrict() {
        return isInState("strictness", "strict", "not strict");
    }

    /** Is called with arguments that are null, too, as functions are by default. */
    public FunctionAssert isNotStrict() {
        return isInState("strictness", "not strict", "not strict");
    }
}
