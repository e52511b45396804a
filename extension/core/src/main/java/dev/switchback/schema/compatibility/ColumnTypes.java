package dev.switchback.schema.compatibility;

import java.util.ServiceLoader;

/**
 * Knows the types of columns of one database product. Implemented once per product and found by {@link
 * ServiceLoader}.
 *
 * <p>An implementation keeps no state and may be used by many threads.
 */
public interface ColumnTypes {

    /** The product, as {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says it. */
    String product();

    /**
     * Whether a column of one type can take the place of a column of another: it holds each of its values, unchanged, and
     * behaves no differently.
     *
     * @param wider a type in the words of the product, such as {@code varchar(80)}
     * @param narrower a type that is not the same
     */
    boolean holds(String wider, String narrower);

    /** The types of a product; of one that is unknown, no type holds another. */
    static ColumnTypes of(String product) {
        return ServiceLoader.load(ColumnTypes.class, ColumnTypes.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .filter(types -> types.product().equals(product))
                .findFirst()
                .orElseGet(() -> new Unknown(product));
    }

    /** The types of a product that nobody knows. */
    record Unknown(String product) implements ColumnTypes {
        @Override
        public boolean holds(String wider, String narrower) {
            return false;
        }
    }
}
