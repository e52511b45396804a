package dev.switchback.postgresql;

import static java.util.Collections.disjoint;
import static java.util.stream.Collectors.joining;

import dev.switchback.migration.rows.ScriptEffects;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The possible writes of the transaction of a script. Its locks tell: no row and no sequence is written without a lock on its
 * relation, which is held until the transaction is over. Of catalogs the locks are let go before, but their rows are counted.
 */
final class ScriptTransaction {

    private static final int CLASS = 0x53776974;
    private static final int OBJECT = 0x63686261;

    /** Held until the transaction ends: where it is still held, nothing was committed since. */
    static final String MARK = "SELECT pg_catalog.pg_advisory_xact_lock_shared(%s, %s)".formatted(CLASS, OBJECT);

    /**
     * Locks with which rows can be written, whether the session may keep plans, and the catalogs of which the server counts that they
     * were written. It does so unless it is told not to, and begins anew when it has told others, which no transaction does before
     * it is over. Plans are kept for prepared statements and for functions in any language but C; those of functions hold what words
     * meant when they were made, such as {@code 'now'} or the name of a text search configuration.
     */
    private static final String TOUCHED =
            """
            SELECT locktype, coalesce(relation, classid)::int8, objid::int8, objsubid
              FROM pg_catalog.pg_lock_status()
             WHERE pid = pg_catalog.pg_backend_pid()
               AND (locktype = 'advisory'
                 OR locktype = 'relation' AND relation >= 16384
                   AND mode IN ('RowExclusiveLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'))
            UNION ALL
            SELECT 'catalog', catalog, 0, 0
              FROM pg_catalog.unnest('%s'::pg_catalog.oid[]) catalog
             WHERE (SELECT pg_catalog.current_setting('track_counts')) <> 'on'
                OR pg_catalog.pg_stat_get_xact_tuples_inserted(catalog) > 0
                OR pg_catalog.pg_stat_get_xact_tuples_updated(catalog) > 0
                OR pg_catalog.pg_stat_get_xact_tuples_deleted(catalog) > 0
            UNION ALL
            SELECT 'plan', 0, 0, 0
             WHERE EXISTS (SELECT FROM pg_catalog.pg_prepared_statement() WHERE from_sql)
                OR EXISTS (SELECT FROM pg_catalog.pg_proc
                            WHERE oid >= 16384 AND prolang NOT IN (12, 13)
                              AND ((SELECT pg_catalog.current_setting('track_functions')) <> 'all'
                                OR pg_catalog.pg_stat_get_xact_function_calls(oid) > 0))""";

    /** So that the next transaction is not counted together with this one. */
    private static final String TELL_OTHERS =
            "\nUNION ALL\nSELECT '', 0, 0, 0 FROM pg_catalog.pg_stat_force_next_flush()";

    /** The query for what may write at the commit, or by another session; all of it is in these catalogs. */
    private static final String LATE =
            """
            SELECT FROM pg_catalog.pg_trigger WHERE tgdeferrable AND NOT tgisinternal
            UNION ALL
            SELECT FROM pg_catalog.pg_foreign_data_wrapper
            UNION ALL
            SELECT FROM pg_catalog.pg_language WHERE NOT lanpltrusted AND oid >= 16384
            LIMIT 1""";

    private static final String CATALOGS =
            """
            SELECT oid::int8, relname
              FROM pg_catalog.pg_class
             WHERE relkind = 'r' AND oid < 16384 AND relname ~ '^pg_'""";

    private static final Set<String> CATALOGS_OF_LATE = Set.of("pg_trigger", "pg_foreign_data_wrapper", "pg_language");

    private final String query;
    private final Map<Long, String> names;
    private Optional<Boolean> hasLate = Optional.empty();

    private ScriptTransaction(String query, Map<Long, String> names) {
        this.query = query;
        this.names = names;
    }

    /** Catalogs have the same numbers in all databases of a server. */
    static ScriptTransaction seenFrom(Connection observer) throws SQLException {
        boolean canTell = observer.getMetaData().getDatabaseMajorVersion() >= 15;
        Map<Long, String> names = new TreeMap<>();
        try (Statement statement = observer.createStatement();
                ResultSet catalogs = statement.executeQuery(CATALOGS)) {
            while (catalogs.next()) {
                names.put(catalogs.getLong(1), catalogs.getString(2));
            }
        }
        String all = names.keySet().stream().map(String::valueOf).collect(joining(",", "{", "}"));
        return new ScriptTransaction(TOUCHED.formatted(all) + (canTell ? TELL_OTHERS : ""), names);
    }

    /**
     * Empty if that cannot be known: if it is another transaction than the one that was marked, or something is written later or
     * elsewhere.
     */
    Optional<ScriptEffects> touched(Connection session) throws SQLException {
        Set<Long> relations = new HashSet<>();
        Set<String> catalogs = new HashSet<>();
        boolean isMarked = false;
        boolean holdsNothing = true;
        try (PreparedStatement statement = session.prepareStatement(query);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                switch (rows.getString(1)) {
                    case "relation" -> relations.add(rows.getLong(2));
                    case "catalog" -> catalogs.add(names.getOrDefault(rows.getLong(2), ""));
                    case "advisory" -> {
                        boolean isMark = rows.getLong(2) == CLASS && rows.getLong(3) == OBJECT && rows.getInt(4) == 2;
                        isMarked |= isMark;
                        holdsNothing &= isMark || PostgresSessions.isOfFlyway(rows.getLong(2), rows.getInt(4));
                    }
                    case "plan" -> holdsNothing = false;
                    default -> {}
                }
            }
        }
        if (!isMarked) {
            forget();
            return Optional.empty();
        }
        if (hasLate.isEmpty() || !disjoint(catalogs, CATALOGS_OF_LATE)) {
            hasLate = Optional.of(hasLate(session));
        }
        return hasLate.get() ? Optional.empty() : Optional.of(new ScriptEffects(relations, catalogs, holdsNothing));
    }

    /** Something else than a transaction that was seen has changed the database. */
    void forget() {
        hasLate = Optional.empty();
    }

    private static boolean hasLate(Connection session) throws SQLException {
        try (Statement statement = session.createStatement();
                ResultSet rows = statement.executeQuery(LATE)) {
            return rows.next();
        }
    }
}
