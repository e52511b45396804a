package dev.switchback.assertions;

import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.SqlLanguage;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * What all assertions that were reached from one schema share.
 *
 * @param soft what collects failures; null if each is thrown
 */
record Site(Schema schema, SqlLanguage language, @Nullable SoftAssertionsProvider soft) {

    static Site of(Schema schema) {
        return new Site(schema, schema.language(), null);
    }

    Site collecting(SoftAssertionsProvider collector) {
        return new Site(schema, language, collector);
    }

    /** Begins assertions on an object, soft ones where the first one is. */
    @SuppressWarnings("unchecked") // the class of an assertion is that of its proxy's parent
    <A extends ObjectAssert<A, ?>> A begin(Function<SchemaObject, A> assertion, SchemaObject object) {
        A plain = assertion.apply(object);
        return soft == null ? plain : soft.proxy((Class<A>) plain.getClass(), SchemaObject.class, object);
    }
}
