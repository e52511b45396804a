package dev.switchback.postgresql.reset;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The files of a database that were written since a position of the server's write-ahead log, by whomever, in a time that depends
 * on what was written and not on how many there are.
 *
 * <p>Records of the log name the files that they change. They are read with a function of pg_walinspect, which servers have since
 * version 16. The extension is not created for it: the function belongs to the session.
 */
final class WriteAheadLog {

    private static final int FIRST_VERSION = 16;
    private static final int LAST_VERSION = 18;

    /** To read more takes longer than to look at all relations. */
    private static final int MOST_BYTES = 1_000_000;

    private static final String FUNCTION = "pg_temp.switchback_written_blocks";

    private static final String CREATE =
            """
            CREATE OR REPLACE FUNCTION %s(pg_lsn, pg_lsn, boolean, OUT start_lsn pg_lsn, OUT end_lsn pg_lsn,
              OUT prev_lsn pg_lsn, OUT block_id int2, OUT reltablespace oid, OUT reldatabase oid, OUT relfilenode oid,
              OUT relforknumber int2, OUT relblocknumber int8, OUT xid xid, OUT resource_manager text, OUT record_type text,
              OUT record_length int4, OUT main_data_length int4, OUT block_data_length int4, OUT block_fpi_length int4,
              OUT block_fpi_info text[], OUT description text, OUT block_data bytea, OUT block_fpi_data bytea)
            RETURNS SETOF record LANGUAGE C STRICT AS '$libdir/pg_walinspect', 'pg_get_wal_block_info'"""
                    .formatted(FUNCTION);

    /** Answers with a position; what is written later lies behind it. */
    static final String POSITION = "SELECT 'begin', pg_current_wal_insert_lsn()::text, 0::int8";

    /** When this is committed, all that was written before can be read. Answers with its transaction. */
    static final String MARK =
            """
            SELECT 'mark', pg_logical_emit_message(true, 'switchback', '')::text, pg_current_xact_id()::text::int8
              FROM set_config('synchronous_commit', 'local', true)""";

    /** Answers with the transaction that runs. */
    static final String OWN = "SELECT 'own', '0/0', pg_current_xact_id()::text::int8";

    /** Answers with the position that was reached, and then with the next transaction. */
    static final String END = "SELECT 'end', pg_current_wal_insert_lsn()::text, pg_current_xact_id()::text::int8";

    /** A row for each other transaction, of any database, that has written and is not over yet. */
    static final String OPEN = "SELECT 'open', '0/0', 0::int8 FROM pg_snapshot_xip(pg_current_snapshot())";

    /** The same, in the transaction of the mark. */
    static final String OPEN_AT_MARK = OPEN.replace("'open'", "'open at the mark'");

    /**
     * The files that were written since the position $1, other than by the transaction $2, or "more" instead where that is too much
     * to read. Locks of rows, and pages that are tidied or read, leave the rows as they are.
     */
    static final String WRITTEN = OPEN
            + """

                    UNION ALL
                    SELECT 'more', '0/0', 0 WHERE pg_current_wal_flush_lsn() - $1 > %1$s
                    UNION ALL
                    SELECT DISTINCT 'file', reltablespace::text, relfilenode::int8
                      FROM %2$s($1, CASE WHEN pg_current_wal_flush_lsn() - $1 > %1$s THEN $1 ELSE pg_current_wal_flush_lsn() END,
                             false)
                     WHERE reldatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
                       AND xid <> $2
                       AND record_type NOT IN ('LOCK', 'LOCK_UPDATED', 'PRUNE', 'PRUNE_ON_ACCESS', 'FPI_FOR_HINT')"""
                    .formatted(MOST_BYTES, FUNCTION);

    static final String WRITTEN_PARAMETERS = "(pg_lsn, xid)";

    private WriteAheadLog() {}

    /**
     * Makes the session able to read the log; false where that cannot be. An event trigger that fires whatever the role of the session
     * would do so here.
     */
    static boolean open(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < FIRST_VERSION || version > LAST_VERSION) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            try (ResultSet triggers =
                    statement.executeQuery("SELECT FROM pg_event_trigger WHERE evtenabled IN ('A', 'R') LIMIT 1")) {
                if (triggers.next()) {
                    return false;
                }
            }
            statement.execute(CREATE);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    static void close(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP FUNCTION IF EXISTS " + FUNCTION);
        }
    }
}
