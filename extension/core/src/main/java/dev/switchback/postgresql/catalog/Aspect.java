package dev.switchback.postgresql.catalog;

/**
 * An aspect of a relation that may change while the rest stays, in the order of the numbers that {@link VersionsQuery} gives them.
 */
enum Aspect {
    /** The relation's own row, what it inherits from, and the query of a view. */
    ITSELF,
    COLUMNS,
    /** Constraints and indexes. */
    KEYS
}
