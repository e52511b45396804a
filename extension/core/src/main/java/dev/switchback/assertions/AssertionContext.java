package dev.switchback.assertions;

import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.SqlLanguage;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * The state shared by all assertions that were reached from one schema.
 *
 * @param soft what collects failures; null if each is thrown
 */
record AssertionContext(Schema schema, SqlLanguage language, @Nullable SoftAssertionsProvider soft) {

    static AssertionContext of(Schema schema) {
        return new AssertionContext(schema, schema.language(), null);
    }

    AssertionContext collecting(SoftAssertionsProvider collector) {
        return new AssertionContext(schema, language, collector);
    }

    /** Begins assertions on an object, soft ones where the first one is. */
    @SuppressWarnings("unchecked") // the class of an assertion is that of its proxy's parent
    <A extends ObjectAssert<A, ?>> A begin(Function<SchemaObject, A> assertion, SchemaObject object) {
        A plain = assertion.apply(object);
        return soft == null ? plain : soft.proxy((Class<A>) plain.getClass(), SchemaObject.class, object);
    }
}
