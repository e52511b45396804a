package dev.switchback.schema.orphans;

import dev.switchback.schema.Schema;

/**
 * Writes the query that finds rows without a counterpart, for one database product. Implemented once per product and found by
 * {@link java.util.ServiceLoader}.
 *
 * <p>An implementation keeps no state and may be used by many threads.
 */
public interface OrphanDialect {

    /** The product, as {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says it. */
    String product();

    /** A statement that is run first, in the transaction of the queries, so that they see all rows. */
    String settings(Schema schema);

    /**
     * A query with a row for each key that is not there, the most frequent first: the number of all rows without a
     * counterpart, the number of those with this key, and the columns of the key as text.
     *
     * @param limit how many keys are wanted
     */
    String query(TableLink link, int limit);
}
