package dev.switchback.assertions;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;

/** Assertions on a view; see {@link SchemaAssert#view}. */
public class ViewAssert extends RelationAssert<ViewAssert> {

    /** Begins assertions on a view alone, without its columns. */
    public ViewAssert(SchemaObject actual) {
        super(actual, ViewAssert.class);
    }

    /**
     * Has a query that means this. Plain queries are understood; others are compared as text, without white space and the
     * case of words.
     */
    public ViewAssert hasDefinition(String query) {
        return hasValue("query", query, actual.definition().strip(), this::sameExpression);
    }

    /** Reads tables with the rights of who reads it. */
    public ViewAssert isSecurityInvoker() {
        return require(isInvoker(), () -> Mismatch.state("a security invoker", "not one"));
    }

    /** Reads tables with the rights of its owner, as views do by default. */
    public ViewAssert isNotSecurityInvoker() {
        return require(!isInvoker(), () -> Mismatch.state("no security invoker", "one"));
    }

    /** Has an option of this value: {@code hasOption("security_barrier", "true")}. */
    public ViewAssert hasOption(String name, String value) {
        return StorageOptions.has(this, name, value);
    }

    /** Has no such option. */
    public ViewAssert doesNotHaveOption(String name) {
        return StorageOptions.hasNot(this, name);
    }

    /** Goes to a trigger. */
    public TriggerAssert<ViewAssert> trigger(String name) {
        return go(TriggerAssert<ViewAssert>::new, children(ObjectKind.TRIGGER).byName(name));
    }

    /** Has a trigger of this name. */
    public ViewAssert hasTrigger(String name) {
        return hasChild(ObjectKind.TRIGGER, name);
    }

    /** Has no trigger of this name. */
    public ViewAssert doesNotHaveTrigger(String name) {
        return hasNoChild(ObjectKind.TRIGGER, name);
    }

    private boolean isInvoker() {
        return attribute("options").matches("(?:.*, )?security_invoker=(?:true|on|yes|1)(?:,.*)?");
    }
}
