package dev.switchback.schema;

import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;
import java.util.List;

/**
 * The meaning of types and expressions in the SQL of one database product. Implemented once per product;
 * what a product does not implement is compared letter by letter.
 *
 * <p>A server keeps types and expressions in a form of its own: it adds parentheses and casts, and calls {@code int8}
 * {@code bigint}. Each method compares what a person wrote with what was read of a catalog. A language keeps no state, may
 * be used by many threads, and needs no connection.
 */
public interface SqlLanguage extends ProductPart {

    /**
     * The language of a product.
     *
     * @throws dev.switchback.product.ProductException if there is none
     */
    static SqlLanguage ofProduct(String product) {
        return Products.installed()
                .part(SqlLanguage.class, product, "Types and expressions of a database of %s cannot be compared.");
    }

    /**
     * Whether a type is the one that was written. A schema that is not written is any.
     *
     * @throws IllegalArgumentException if what was written can be no type of a column, such as {@code serial}
     */
    default boolean sameType(String written, String read) {
        return written.equals(read);
    }

    /**
     * Whether an expression, or a plain query, is the one that was written. What is not understood is compared as text,
     * without white space and the case of words.
     */
    default boolean sameExpression(String written, String read) {
        return written.equals(read);
    }

    /**
     * Whether an index, or a constraint that has one, has these keys in this order.
     *
     * @param written columns and expressions, each with as much of what may follow as is to be compared: {@code
     *     created_at desc}, {@code room with =}
     */
    default boolean hasKeys(SchemaObject object, List<String> written) {
        return String.join(", ", written).equals(object.attribute("columns"));
    }

    /**
     * Whether an attribute means the same after a change as before, in other words: white space or comments where the
     * language does not care for them, or alternatives in another order.
     *
     * @param attribute the attribute's name
     */
    default boolean isCosmetic(SchemaObject before, SchemaObject after, String attribute) {
        return false;
    }
}
