package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;
import java.util.List;

/**
 * Assertions on an index that serves no constraint; see {@link IndexedAssert#index}.
 *
 * @param <PARENT> the assertion on what it is an index of
 */
public class IndexAssert<PARENT> extends ObjectAssert<IndexAssert<PARENT>, PARENT> {

    /** Begins assertions on an index alone. */
    public IndexAssert(SchemaObject actual) {
        super(actual, IndexAssert.class);
    }

    /**
     * Has exactly these keys in this order.
     *
     * @param keys columns and expressions, each with as much of what may follow as matters: {@code created_at desc}
     */
    public IndexAssert<PARENT> isOn(String... keys) {
        List<String> expected = ArgumentChecks.texts("key", keys);
        return require(
                site().language().hasKeys(actual, expected),
                () -> Mismatch.value("keys", ObjectLookup.joined(expected), ObjectLines.detail(actual)));
    }

    /** Is unique. */
    public IndexAssert<PARENT> isUnique() {
        return isInState("uniqueness", "unique", "not unique");
    }

    /** Is not unique. */
    public IndexAssert<PARENT> isNotUnique() {
        return isInState("uniqueness", "not unique", "not unique");
    }

    /** Is partial, with a condition that means this. */
    public IndexAssert<PARENT> hasPredicate(String condition) {
        return hasValue("predicate", condition, attribute("predicate"), this::sameExpression);
    }

    /** Is not partial. */
    public IndexAssert<PARENT> hasNoPredicate() {
        return hasNone("predicate", attribute("predicate"));
    }

    /** Includes exactly these columns beside its keys, in this order; none if none is named. */
    public IndexAssert<PARENT> includes(String... columns) {
        return columns.length == 0
                ? hasNone("included columns", attribute("include"))
                : hasNames("included columns", "include", columns);
    }

    /** Has this method: {@code btree}, {@code gin}. */
    public IndexAssert<PARENT> usesMethod(String method) {
        String actualMethod = attribute("method").isEmpty() ? "btree" : attribute("method");
        return hasValue("method", method, actualMethod, String::equals);
    }

    /** Is valid: it was built to its end. */
    public IndexAssert<PARENT> isValid() {
        return isInState("valid", "valid", "valid");
    }

    /** Is invalid, as one is that CREATE INDEX CONCURRENTLY could not build. */
    public IndexAssert<PARENT> isNotValid() {
        return isInState("valid", "invalid", "valid");
    }

    /** Has a storage parameter of this value. */
    public IndexAssert<PARENT> hasOption(String name, String value) {
        return StorageOptions.has(this, name, value);
    }

    /** Has no such storage parameter. */
    public IndexAssert<PARENT> doesNotHaveOption(String name) {
        return StorageOptions.hasNot(this, name);
    }
}
