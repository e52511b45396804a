package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;

/** Assertions on a sequence that serves no identity column; see {@link SchemaAssert#sequence}. */
public class SequenceAssert extends OwnedAssert<SequenceAssert> {

    /** Begins assertions on a sequence alone. */
    public SequenceAssert(SchemaObject actual) {
        super(actual, SequenceAssert.class);
    }

    /** Has this type: {@code bigint}, {@code int}. */
    public SequenceAssert hasType(String type) {
        return hasValue("type", type, attribute("type"), this::sameType);
    }

    /** Goes in steps of this many. */
    public SequenceAssert incrementsBy(long increment) {
        return number("increment", increment);
    }

    /** Goes down to this. */
    public SequenceAssert hasMinimum(long minimum) {
        return number("minimum", minimum);
    }

    /** Goes up to this. */
    public SequenceAssert hasMaximum(long maximum) {
        return number("maximum", maximum);
    }

    /** Begins with this. Its current value is no part of a schema. */
    public SequenceAssert startsWith(long start) {
        return number("start", start);
    }

    /** Hands out this many at once to each session. */
    public SequenceAssert hasCache(long size) {
        return hasValue(
                "cache", String.valueOf(size), attribute("cache").isEmpty() ? "1" : attribute("cache"), String::equals);
    }

    /** Begins anew after its end. */
    public SequenceAssert cycles() {
        return require(!attribute("cycle").isEmpty(), () -> Mismatch.state("cycling", "not cycling"));
    }

    /** Ends at its end. */
    public SequenceAssert doesNotCycle() {
        return require(attribute("cycle").isEmpty(), () -> Mismatch.state("not cycling", "cycling"));
    }

    /** Goes with this column when that is dropped: {@code orders.number}, {@code public.orders.number}. */
    public SequenceAssert isOwnedByColumn(String column) {
        return hasValue("owning column", column, attribute("owned by"), QualifiedNames::same);
    }

    /** Goes with no column. */
    public SequenceAssert isOwnedByNoColumn() {
        return hasNone("owning column", attribute("owned by"));
    }

    private SequenceAssert number(String attribute, long value) {
        return hasValue(attribute, String.valueOf(value), attribute(attribute), String::equals);
    }
}
