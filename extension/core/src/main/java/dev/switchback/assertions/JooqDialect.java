package dev.switchback.assertions;

import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DataType;

/**
 * The types that jOOQ's generator makes of those of one database product. Implemented once per product.
 *
 * <p>An implementation keeps no state and may be used by many threads.
 */
public interface JooqDialect extends ProductPart {

    /**
     * The dialect of a product.
     *
     * @throws dev.switchback.product.ProductException if there is none
     */
    static JooqDialect ofProduct(String product) {
        return Products.installed()
                .part(
                        JooqDialect.class,
                        product,
                        "Classes that jOOQ generated from a database of %s cannot be compared.");
    }

    /** A generated type in the product's words. */
    String worded(DataType<?> generated);

    /**
     * Whether the generator makes this type of a type of the server. Converters and bindings do not matter: a data type
     * knows what is below them.
     *
     * @param type in the words of the catalog
     * @param domains gives the type below a domain; empty if a name is not one of a domain
     */
    boolean isSame(String type, DataType<?> generated, Function<String, Optional<String>> domains);

    /** Whether the generator takes a column with this default for an identity. */
    boolean isIdentity(String defaultExpression);
}
