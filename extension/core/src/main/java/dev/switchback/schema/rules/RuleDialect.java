package dev.switchback.schema.rules;

import dev.switchback.product.ProductPart;
import dev.switchback.product.Products;
import java.util.Optional;

/**
 * The facts about one database product that {@link SchemaRules} depend on. Implemented once per product.
 *
 * <p>An implementation keeps no state and may be used by many threads.
 */
public interface RuleDialect extends ProductPart {

    /**
     * The dialect of a product.
     *
     * @throws dev.switchback.product.ProductException if there is none
     */
    static RuleDialect ofProduct(String product) {
        return Products.installed()
                .part(RuleDialect.class, product, "The schema of a database of %s cannot be held against rules.");
    }

    /** How many bytes of a name the server keeps: a longer one is cut. */
    int longestName();

    /** The type of moments to use in place of one of local times; empty for every other type. */
    Optional<String> zonedType(String type);

    /**
     * SQL that gives a column that type, with a placeholder for the time zone that its values are meant in; empty if the
     * type is not one of single values.
     *
     * @param table the table's name, quoted as needed
     * @param column the column's name, quoted as needed
     * @param type one with a {@link #zonedType}
     */
    Optional<String> toZoned(String table, String column, String type);

    /**
     * SQL that makes an invalid index valid.
     *
     * @param index its name, quoted as needed
     * @param isPartitioned whether it consists of an index of each partition
     */
    String repairIndex(String index, boolean isPartitioned);
}
