package dev.switchback.assertions;

import dev.switchback.assertions.ObjectLookup.Found;
import dev.switchback.schema.SchemaObject;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * The common base of assertions on a schema and on its objects. Not to be extended.
 *
 * @param <SELF> the assertion's own type
 * @param <ACTUAL> the type of what is judged
 */
public abstract class SwitchbackAssert<SELF extends SwitchbackAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL> {

    SwitchbackAssert(ACTUAL actual, Class<?> type) {
        super(actual, type);
    }

    /** The state shared with the assertion that this one was reached from. */
    abstract AssertionContext site();

    /** The user's description of the subject, which holds for all assertions that are reached from here. */
    String label() {
        return descriptionText();
    }

    /** The message that the user wants in the place of all others; null if there is none. */
    @Nullable
    String overridden() {
        return info.overridingErrorMessage();
    }

    /** Fails unless something holds. */
    SELF require(boolean holds, Supplier<Mismatch> mismatch) {
        if (!holds) {
            throw error(mismatch.get());
        }
        return myself;
    }

    /** Goes on to an object. If it is not there and failures are collected, assertions on it say no more. */
    <A extends ObjectAssert<A, SELF>> A go(Function<SchemaObject, A> assertion, Found found) {
        found.mismatch().ifPresent(mismatch -> {
            SoftAssertionsProvider soft = site().soft();
            if (soft == null) {
                throw error(mismatch);
            }
            soft.collectAssertionError(error(mismatch));
        });
        return arrive(assertion, found);
    }

    <A extends ObjectAssert<A, SELF>> A arrive(Function<SchemaObject, A> assertion, Found found) {
        A next = site().begin(assertion, found.object());
        next.arrive(site(), myself, found.isMissing());
        return next;
    }

    private AssertionError error(Mismatch mismatch) {
        String message = overridden();
        if (message != null && info.overridingErrorMessage() == null) {
            info.overridingErrorMessage(message);
        }
        return failureWithActualExpected(mismatch.actual(), mismatch.expected(), "%s", mismatch.message());
    }
}
