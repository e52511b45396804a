package dev.switchback.schema;

import java.util.List;

/**
 * Writes the SQL of one database product. Implemented once per product and found by {@link
 * java.util.ServiceLoader}.
 *
 * <p>A writer keeps no state, may be used by many threads, and needs no connection: what it writes follows from the two
 * schemas alone.
 */
public interface DdlWriter {

    /** The product that this writer serves, as {@link java.sql.DatabaseMetaData#getDatabaseProductName()} says it. */
    String product();

    /**
     * Writes what turns the schema before into the schema after. Nothing is ever dropped with CASCADE. A schema that is
     * compared with that of an empty database gives all its objects.
     */
    DdlPlan write(SchemaDiff diff);

    /**
     * Writes a whole schema for a reader: object by object, sorted by name as far as it can be run in that order in a
     * database that was just made. Equal schemas give equal blocks, and schemas that differ give others. What roles there
     * are, and what a database has from the start, is not said.
     */
    List<SqlBlock> script(Schema schema);
}
