package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;

/**
 * Assertions on a trigger.
 *
 * @param <PARENT> the assertion on the table or view that has it
 */
public class TriggerAssert<PARENT> extends ObjectAssert<TriggerAssert<PARENT>, PARENT> {

    /** Begins assertions on a trigger alone. */
    public TriggerAssert(SchemaObject actual) {
        super(actual, TriggerAssert.class);
    }

    /** Fires before exactly these events, in any order: {@code firesBefore("insert", "update of price")}. */
    public TriggerAssert<PARENT> firesBefore(String... events) {
        return fires("before", events);
    }

    /** Fires after exactly these events, in any order. */
    public TriggerAssert<PARENT> firesAfter(String... events) {
        return fires("after", events);
    }

    /** Fires instead of exactly these events, in any order. */
    public TriggerAssert<PARENT> firesInsteadOf(String... events) {
        return fires("instead of", events);
    }

    /** Fires for each row. */
    public TriggerAssert<PARENT> isForEachRow() {
        return level("row");
    }

    /** Fires once for each statement. */
    public TriggerAssert<PARENT> isForEachStatement() {
        return level("statement");
    }

    /** Fires only on a condition that means this. */
    public TriggerAssert<PARENT> hasCondition(String condition) {
        return hasValue("condition", condition, text().condition(), this::sameExpression);
    }

    /** Fires unconditionally. */
    public TriggerAssert<PARENT> hasNoCondition() {
        return hasNone("condition", text().condition());
    }

    /** Calls this function, with or without its schema, and with or without the parentheses. */
    public TriggerAssert<PARENT> calls(String function) {
        ArgumentChecks.text("function", function);
        String name = function.endsWith("()") ? function.substring(0, function.length() - 2) : function;
        return hasValue("function", name, attribute("function"), QualifiedNames::same);
    }

    /** Is enabled, as triggers are by default. */
    public TriggerAssert<PARENT> isEnabled() {
        return isInState("enabled", "enabled", "enabled");
    }

    /** Is disabled. */
    public TriggerAssert<PARENT> isDisabled() {
        return isInState("enabled", "disabled", "enabled");
    }

    private TriggerAssert<PARENT> fires(String when, String... events) {
        ArgumentChecks.names("event", events);
        return hasValue("firing", TriggerText.firing(when, events), text().firing(), String::equals);
    }

    private TriggerAssert<PARENT> level(String level) {
        return hasValue("firing for each", level, text().level(), String::equals);
    }

    private TriggerText text() {
        return TriggerText.of(actual.definition());
    }
}
