package dev.switchback.postgresql.lint;

import dev.switchback.lint.effect.TableEffect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A session at one moment.
 *
 * @param transaction its name for the transaction in which it is
 * @param relations by their numbers
 */
record SessionState(String transaction, boolean hasLockTimeout, Map<Long, RelationUse> relations) {

    static final SessionState NONE = new SessionState("", false, Map.of());

    /** The counts of the relations without a lock are those of earlier transactions, which the session has not told yet. */
    private static final String QUERY =
            """
            SELECT coalesce(l.virtualtransaction, ''), coalesce(l.mode, ''), t.oid::int8,
                   coalesce(pg_catalog.pg_stat_get_xact_numscans(t.oid), 0),
                   coalesce(pg_catalog.pg_stat_get_xact_tuples_returned(t.oid), 0),
                   coalesce(pg_catalog.pg_stat_get_xact_tuples_inserted(t.oid), 0),
                   coalesce(pg_catalog.pg_stat_get_xact_tuples_updated(t.oid), 0),
                   coalesce(pg_catalog.pg_stat_get_xact_tuples_deleted(t.oid), 0),
                   pg_catalog.current_setting('lock_timeout') <> '0'
              FROM (SELECT virtualtransaction, mode, CASE WHEN locktype = 'relation' THEN relation END AS relation
                      FROM pg_catalog.pg_lock_status()
                     WHERE pid = pg_catalog.pg_backend_pid()
                       AND (locktype = 'virtualxid' OR locktype = 'relation' AND relation >= 16384)) l
              FULL JOIN pg_catalog.unnest($1) known (oid) ON known.oid = l.relation
             CROSS JOIN LATERAL (SELECT coalesce(l.relation, known.oid) AS oid) t""";

    /** Reads the state, which takes no lock that would be seen in it. */
    static SessionState read(Connection session, SessionQueries queries, Set<Long> known) throws SQLException {
        return queries.read(session, QUERY, known, SessionState::read);
    }

    private static SessionState read(ResultSet rows) throws SQLException {
        String transaction = "";
        boolean hasLockTimeout = false;
        Map<Long, RelationUse> relations = new TreeMap<>();
        while (rows.next()) {
            hasLockTimeout = rows.getBoolean(9);
            transaction = rows.getString(1).isEmpty() ? transaction : rows.getString(1);
            long relation = rows.getLong(3);
            if (relation != 0) {
                relations.merge(relation, use(rows), SessionState::merged);
            }
        }
        return new SessionState(transaction, hasLockTimeout, relations);
    }

    private static RelationUse use(ResultSet row) throws SQLException {
        Set<LockMode> modes = EnumSet.noneOf(LockMode.class);
        if (!row.getString(2).isEmpty()) {
            modes.add(LockMode.of(row.getString(2)));
        }
        return new RelationUse(
                modes,
                row.getLong(4),
                new TableEffect.Rows(row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8)));
    }

    private static RelationUse merged(RelationUse one, RelationUse other) {
        Set<LockMode> modes = EnumSet.copyOf(one.modes().isEmpty() ? other.modes() : one.modes());
        modes.addAll(other.modes());
        return new RelationUse(modes, other.scans(), other.rows());
    }

    RelationUse of(long relation) {
        return relations.getOrDefault(relation, RelationUse.NONE);
    }

    /** The same without its locks, which end with the transaction; what was counted stays. */
    SessionState afterItsTransaction() {
        Map<Long, RelationUse> counts = new HashMap<>();
        relations.forEach((relation, use) ->
                counts.put(relation, new RelationUse(EnumSet.noneOf(LockMode.class), use.scans(), use.rows())));
        return new SessionState("", hasLockTimeout, counts);
    }
}
