package dev.switchback.postgresql.reset;

import dev.switchback.postgresql.catalog.PreparedSql;
import dev.switchback.postgresql.catalog.StatementBatch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;

/** Follows the {@link WriteAheadLog} from one reset to the next, where the server lets it. */
final class LogReader {

    private final Connection connection;
    private final PreparedSql prepared;
    private final boolean isOpened;
    private boolean isReadable;
    private Optional<RelationFiles> files = Optional.empty();
    private String position = "";
    private long ownTransaction;
    private LogFindings latest = new LogFindings();

    private LogReader(Connection connection, PreparedSql prepared, boolean isReadable) {
        this.connection = connection;
        this.prepared = prepared;
        this.isOpened = isReadable;
        this.isReadable = isReadable;
    }

    static LogReader in(Connection connection, PreparedSql prepared) throws SQLException {
        return new LogReader(connection, prepared, WriteAheadLog.open(connection));
    }

    /** Notes the position of the log. Other sessions are looked for afterwards. */
    void begin(StatementBatch calls) throws SQLException {
        latest = new LogFindings();
        if (isReadable) {
            calls.add(prepared.call(WriteAheadLog.POSITION), latest::add);
        }
    }

    /** Asks what was written since the last reset. If it is not known from where on, false: then everything has to be looked at. */
    boolean follow(StatementBatch calls) throws SQLException {
        if (!isReadable || files.isEmpty()) {
            if (isReadable) {
                calls.add(prepared.call(WriteAheadLog.OPEN), latest::add);
            }
            return false;
        }
        calls.add("BEGIN");
        calls.add(prepared.call(WriteAheadLog.MARK), latest::add);
        calls.add(prepared.call(WriteAheadLog.OPEN_AT_MARK), latest::add);
        calls.add("COMMIT");
        String arguments = "('%s', '%s')".formatted(position, ownTransaction & 0xffffffffL);
        calls.add(prepared.call(WriteAheadLog.WRITTEN, WriteAheadLog.WRITTEN_PARAMETERS, arguments), latest::add);
        return true;
    }

    /** The tables and sequences that were written; empty if that is not certain, and everything has to be looked at. */
    Optional<Set<Long>> written() {
        Optional<Set<Long>> written = files.flatMap(known -> known.written(latest));
        if (written.isEmpty()) {
            forget();
        }
        return written;
    }

    /** Everything has to be looked at. */
    void forget() {
        files = Optional.empty();
    }

    /** Commits a reset, whose own traces are not to be followed. */
    void commit(StatementBatch calls) throws SQLException {
        if (isReadable) {
            calls.add(prepared.call(WriteAheadLog.OWN), latest::add);
        }
        calls.add("COMMIT");
        if (isReadable) {
            calls.add(prepared.call(WriteAheadLog.END), latest::add);
        }
    }

    /** Notes that the findings have been dealt with. */
    void settle() throws SQLException {
        ownTransaction = latest.ownTransaction();
        Optional<String> settled = latest.settled();
        if (!isReadable || settled.isEmpty()) {
            return;
        }
        position = settled.get();
        if (files.isEmpty()) {
            files = RelationFiles.read(connection);
            isReadable = files.isPresent();
        }
    }

    void close() throws SQLException {
        if (isOpened) {
            WriteAheadLog.close(connection);
        }
    }
}
