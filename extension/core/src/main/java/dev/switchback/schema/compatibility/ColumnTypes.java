package dev.switchback.schema.compatibility;

import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;
import java.util.Set;

/**
 * Knows the types and the defaults of columns of one database product. Implemented once per product.
 *
 * <p>An implementation keeps no state and may be used by many threads.
 */
public interface ColumnTypes extends ProductPart {

    /**
     * The types of a product.
     *
     * @throws dev.switchback.product.ProductException if there are none
     */
    static ColumnTypes ofProduct(String product) {
        return Products.installed()
                .part(ColumnTypes.class, product, "Types of columns of a database of %s cannot be compared.");
    }

    /**
     * Whether a column of one type can take the place of a column of another: it holds each of its values, unchanged, and
     * behaves no differently.
     *
     * @param wider a type in the words of the product, such as {@code varchar(80)}
     * @param narrower a type that is not the same
     */
    boolean holds(String wider, String narrower);

    /** Whether a default is the next value of a sequence, and nothing else. */
    boolean isNextValue(String expression);

    /** Whether a default gives each row another value: one of a sequence, or a random or timed UUID. */
    boolean isAlwaysAnother(String expression);

    /** The names of the types that a database has without making them, each in small letters; none if that is unknown. */
    default Set<String> builtIn() {
        return Set.of();
    }
}
