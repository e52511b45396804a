package dev.switchback.schema;

import java.util.List;

/**
 * The meaning of types and expressions in the SQL of one database product. Implemented once per product and found by
 * {@link java.util.ServiceLoader}.
 *
 * <p>A server keeps types and expressions in a form of its own: it adds parentheses and casts, and calls {@code int8}
 * {@code bigint}. Each method compares what a person wrote with what was read of a catalog. A language keeps no state, may
 * be used by many threads, and needs no connection.
 */
public interface SqlLanguage {

    /** The product that this language serves, as {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says it. */
    String product();

    /**
     * Whether a type is the one that was written. A schema that is not written is any.
     *
     * @throws IllegalArgumentException if what was written can be no type of a column, such as {@code serial}
     */
    boolean sameType(String written, String read);

    /**
     * Whether an expression, or a plain query, is the one that was written. What is not understood is compared as text,
     * without white space and the case of words.
     */
    boolean sameExpression(String written, String read);

    /**
     * Whether an index or an exclusion constraint has these keys in this order.
     *
     * @param written columns and expressions, each with as much of what may follow as is to be compared: {@code
     *     created_at desc}, {@code room with =}
     */
    boolean hasKeys(SchemaObject object, List<String> written);
}
