package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;
import java.util.List;

/**
 * Assertions on an exclusion constraint.
 *
 * @param <PARENT> the assertion on the table that has it
 */
public class ExclusionAssert<PARENT> extends ConstraintAssert<ExclusionAssert<PARENT>, PARENT> {

    /** Begins assertions on an exclusion constraint alone. */
    public ExclusionAssert(SchemaObject actual) {
        super(actual, ExclusionAssert.class);
    }

    /** Excludes by exactly these keys in this order: {@code excludes("room with =", "during with &&")}. */
    public ExclusionAssert<PARENT> excludes(String... keys) {
        List<String> expected = ArgumentChecks.texts("key", keys);
        return require(
                site().language().hasKeys(actual, expected),
                () -> Mismatch.value("exclusion by", ObjectLookup.joined(expected), actual.definition()));
    }
}
