package dev.switchback.assertions;

import dev.switchback.schema.SchemaDiff;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the differences between two schemas. */
public class SchemaDiffAssert extends AbstractAssert<SchemaDiffAssert, SchemaDiff> {

    /** Begins assertions; see {@link SwitchbackAssertions#assertThat(SchemaDiff)}. */
    public SchemaDiffAssert(SchemaDiff actual) {
        super(actual, SchemaDiffAssert.class);
    }

    /** Fails if there is any change. */
    public SchemaDiffAssert isEmpty() {
        isNotNull();
        return hold(Comparisons.unchanged(actual));
    }

    /**
     * Fails unless the changes are these, in any order, and no others.
     *
     * @throws IllegalArgumentException if an expected change can be several
     */
    public SchemaDiffAssert containsOnly(ExpectedChange... expected) {
        return hold(expected(expected).only());
    }

    /**
     * Fails unless these changes are there.
     *
     * @throws IllegalArgumentException if an expected change can be several
     */
    public SchemaDiffAssert contains(ExpectedChange... expected) {
        return hold(expected(expected).there());
    }

    /**
     * Fails if one of these changes is there.
     *
     * @throws IllegalArgumentException if an unwanted change can be several
     */
    public SchemaDiffAssert doesNotContain(ExpectedChange... unwanted) {
        return hold(expected(unwanted).absent());
    }

    /**
     * Fails if there are other changes than these; they themselves need not be there.
     *
     * @throws IllegalArgumentException if an allowed change can be several
     */
    public SchemaDiffAssert hasNoChangesExcept(ExpectedChange... allowed) {
        return hold(expected(allowed).noOthers());
    }

    /**
     * Fails if the previous version of the application may not get on with the changes: if something that it may use is
     * gone, renamed, narrowed or newly required.
     *
     * @see dev.switchback.schema.compatibility.BackwardCompatibility
     */
    public SchemaDiffAssert isBackwardCompatible() {
        isNotNull();
        return hold(Compatibility.mismatch(actual));
    }

    private ExpectedChanges expected(ExpectedChange... changes) {
        isNotNull();
        return new ExpectedChanges(actual, List.of(ArgumentChecks.some("change", changes)));
    }

    private SchemaDiffAssert hold(Optional<Mismatch> failure) {
        failure.ifPresent(
                wrong -> failWithActualExpectedAndMessage(wrong.actual(), wrong.expected(), "%s", wrong.message()));
        return this;
    }
}
