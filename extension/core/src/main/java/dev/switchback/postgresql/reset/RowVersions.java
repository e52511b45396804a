package dev.switchback.postgresql.reset;

/**
 * The version of a table's rows, which tells that rows have changed without reading their values: of all row versions that can be
 * seen, how many there are, and a hash of where each is and which transaction wrote it.
 *
 * <p>PostgreSQL never changes a row version: an update writes another one, and so does a delete followed by an insert of the same
 * values. A version has a place, {@code ctid}, and names its transaction or subtransaction, {@code xmin}. The place is used
 * again only after vacuum has freed it, which no version is until the transaction that wrote it is over, and numbers of
 * transactions are not used again. So no two versions of a table ever have the same place and transaction, and the same pairs
 * mean the same rows. What was rolled back cannot be seen, and a row lock leaves the pair as it is. Moving rows without
 * changing them, as {@code VACUUM FULL} does, looks like a change, which does no harm.
 *
 * <p>{@code xmin} stays readable when a row is frozen, and copies of a database keep both.
 *
 * @param rows how many there are
 * @param hash of all of them, in any order
 */
record RowVersions(long rows, long hash) {

    static final RowVersions NONE = new RowVersions(0, 0);

    /** Different from all that a server tells. */
    static final RowVersions UNKNOWN = new RowVersions(-1, 0);

    /** Over the rows of a query that has {@link #hashed} as {@code h}. */
    static final String AGGREGATE = "count(*), coalesce(bit_xor(h), 0)";

    /**
     * The hash of one row. Rows that came with the server have a transaction without an age; they are told apart by their place.
     *
     * @param relation by which equal pairs of different relations differ
     */
    static String hashed(long relation) {
        return "hashtidextended(ctid, %s + CASE age(xmin) WHEN 2147483647 THEN 0 ELSE age('3'::xid)::int8 - age(xmin) END)"
                .formatted(relation << 32);
    }
}
