package dev.switchback.postgresql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the transaction of a script may have written, which its locks tell: no row and no sequence is written without a lock
 * on its relation, which is held until the transaction is over.
 */
final class ScriptTransaction {

    private static final int CLASS = 0x53776974;
    private static final int OBJECT = 0x63686261;

    /** Held until the transaction ends: where it is still held, nothing was committed since. */
    static final String MARK = "SELECT pg_catalog.pg_advisory_xact_lock_shared(%s, %s)".formatted(CLASS, OBJECT);

    /** Gives nothing at all if something may be written at the commit, or was written by another session. */
    private static final String LOCKED =
            """
            SELECT relation::int8
              FROM pg_catalog.pg_lock_status()
             WHERE pid = pg_catalog.pg_backend_pid()
               AND (locktype = 'relation' AND relation >= 16384
                      AND mode NOT IN ('AccessShareLock', 'RowShareLock')
                 OR locktype = 'advisory' AND classid = %s AND objid = %s AND objsubid = 2)
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_trigger WHERE tgdeferrable AND NOT tgisinternal)
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_foreign_data_wrapper)
               AND NOT EXISTS (SELECT FROM pg_catalog.pg_language WHERE NOT lanpltrusted AND oid >= 16384)
            """
                    .formatted(CLASS, OBJECT);

    private ScriptTransaction() {}

    static Optional<Set<Long>> touched(Connection session) throws SQLException {
        Set<Long> relations = new HashSet<>();
        boolean isMarked = false;
        try (Statement statement = session.createStatement();
                ResultSet locks = statement.executeQuery(LOCKED)) {
            while (locks.next()) {
                long relation = locks.getLong(1);
                if (locks.wasNull()) {
                    isMarked = true;
                } else {
                    relations.add(relation);
                }
            }
        }
        return isMarked ? Optional.of(relations) : Optional.empty();
    }
}
