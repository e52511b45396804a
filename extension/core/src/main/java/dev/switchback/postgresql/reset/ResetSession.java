package dev.switchback.postgresql.reset;

import static java.util.stream.Collectors.joining;

import dev.switchback.fixture.reset.Obstacle;
import dev.switchback.fixture.reset.RowReset.OtherSessions;
import dev.switchback.postgresql.catalog.PreparedSql;
import dev.switchback.postgresql.catalog.StatementBatch;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The statements of a reset, in a session that has settings for it until it is closed. */
final class ResetSession implements AutoCloseable {

    /** The state of an error: a lock was not to be had in time. */
    static final String LOCK_TIMEOUT = "55P03";

    private static final String PREFIX = "switchback_reset_";

    private final Connection connection;
    private final ResetSettings settings;
    private final PreparedSql prepared;
    private final LogReader log;
    private boolean takesNames;

    private ResetSession(Connection connection, ResetSettings settings, PreparedSql prepared, LogReader log) {
        this.connection = connection;
        this.settings = settings;
        this.prepared = prepared;
        this.log = log;
    }

    static ResetSession on(Connection connection) throws SQLException {
        ResetSettings settings = ResetSettings.on(connection);
        PreparedSql prepared = new PreparedSql(connection, PREFIX);
        try {
            return new ResetSession(connection, settings, prepared, LogReader.in(connection, prepared));
        } catch (SQLException e) {
            settings.restore();
            throw e;
        }
    }

    /** The first session that may not be there. */
    Optional<Obstacle> busy(OtherSessions allowed) throws SQLException {
        BusySessions busy = new BusySessions(allowed);
        StatementBatch calls = new StatementBatch();
        calls.add(prepared.call(BusySessions.SQL), busy::add);
        calls.run(connection);
        return busy.first();
    }

    /**
     * The facts that a reset has to know.
     *
     * @param busy who is in the way; if there is somebody, the rest says nothing
     * @param written the tables and sequences that were written, if that is certain; otherwise all of them were looked at
     */
    record Look(Optional<Obstacle> busy, Optional<Set<Long>> written, ResetFindings findings) {}

    /** In one round trip, or two if the log does not say enough. */
    Look look(ResetQueries queries, OtherSessions allowed) throws SQLException {
        BusySessions busy = new BusySessions(allowed);
        ResetFindings findings = new ResetFindings();
        StatementBatch calls = new StatementBatch();
        log.begin(calls);
        calls.add(prepared.call(BusySessions.SQL), busy::add);
        if (allowed == OtherSessions.QUIET) {
            calls.add(prepared.call(BusySessions.HELD), busy::addHeld);
        }
        boolean isFollowed = log.follow(calls);
        if (!isFollowed) {
            addChecks(queries, findings, calls);
        }
        try {
            calls.run(connection);
        } catch (SQLException e) {
            if (!isFollowed) {
                throw e;
            }
            return lookAfter(e, queries, allowed);
        }
        if (!isFollowed || busy.first().isPresent()) {
            return new Look(busy.first(), Optional.empty(), findings);
        }
        Optional<Set<Long>> written = log.written();
        return new Look(Optional.empty(), written, written.isPresent() ? findings : look(queries));
    }

    /** Without the log, such as where the server has removed a part of it. */
    private Look lookAfter(SQLException failure, ResetQueries queries, OtherSessions allowed) throws SQLException {
        log.forget();
        try {
            execute("ROLLBACK");
            return look(queries, allowed);
        } catch (SQLException e) {
            e.addSuppressed(failure);
            throw e;
        }
    }

    /** Looks at everything. */
    ResetFindings look(ResetQueries queries) throws SQLException {
        ResetFindings findings = new ResetFindings();
        StatementBatch calls = new StatementBatch();
        addChecks(queries, findings, calls);
        calls.run(connection);
        return findings;
    }

    private void addChecks(ResetQueries queries, ResetFindings findings, StatementBatch calls) throws SQLException {
        for (String check : queries.checks()) {
            calls.add(prepared.call(check), findings::add);
        }
    }

    Map<Long, RowVersions> contents(ResetQueries queries) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return PostgresResetDialect.contents(queries, statement);
        }
    }

    /**
     * Writes the rows of tables again and rewinds sequences, in one transaction and one round trip.
     *
     * @return why the server refuses; then nothing has changed
     */
    Optional<Obstacle> write(Collection<ResetTable> tables, Collection<ResetSequence> sequences) throws SQLException {
        return write(tables, ResetTable.Insert::plain, rows -> {}, sequences);
    }

    /** The same; findings are told of the new rows. */
    Optional<Obstacle> write(Collection<ResetTable> tables, Collection<ResetSequence> sequences, ResetFindings findings)
            throws SQLException {
        return write(tables, ResetTable.Insert::telling, findings::add, sequences);
    }

    private Optional<Obstacle> write(
            Collection<ResetTable> tables,
            Function<ResetTable.Insert, String> insert,
            StatementBatch.Rows reader,
            Collection<ResetSequence> sequences)
            throws SQLException {
        Optional<SQLException> refusal = attempt(tables, insert, reader, sequences);
        if (refusal.filter(ResetSession::isOfAName).isPresent() && !takesNames) {
            takesNames = true;
            refusal = attempt(tables, insert, reader, sequences);
        }
        return refusal.map(
                refused -> new Obstacle(Obstacle.Kind.ROWS, "the server refuses a row: " + refused.getMessage()));
    }

    /** Functions behind checks and generated columns may name others as a session of the database finds them. */
    private static boolean isOfAName(SQLException refusal) {
        return String.valueOf(refusal.getSQLState()).startsWith("42");
    }

    private Optional<SQLException> attempt(
            Collection<ResetTable> tables,
            Function<ResetTable.Insert, String> insert,
            StatementBatch.Rows reader,
            Collection<ResetSequence> sequences)
            throws SQLException {
        StatementBatch calls = new StatementBatch();
        calls.add("BEGIN");
        if (takesNames) {
            calls.add(settings.names());
        }
        for (ResetTable table : tables) {
            calls.add(prepared.call(table.delete()));
            if (table.insert().isPresent()) {
                calls.add(prepared.call(insert.apply(table.insert().get())), reader);
            }
        }
        if (!sequences.isEmpty()) {
            calls.add(prepared.call(
                    ResetSequence.REWIND, ResetSequence.REWIND_PARAMETERS, ResetSequence.rewound(sequences)));
        }
        log.commit(calls);
        try {
            calls.run(connection);
            return Optional.empty();
        } catch (SQLException e) {
            rollBack(e);
            return Optional.of(e);
        }
    }

    /** Notes that everything is as it was; the next look may begin there. */
    void settle() throws SQLException {
        log.settle();
    }

    /** Such as a row that was there before the constraint that it violates. Without a connection nothing can be said. */
    private void rollBack(SQLException refusal) throws SQLException {
        try {
            execute("ROLLBACK");
        } catch (SQLException e) {
            refusal.addSuppressed(e);
            throw refusal;
        }
        if (LOCK_TIMEOUT.equals(refusal.getSQLState())) {
            throw refusal;
        }
    }

    void vacuum(Collection<ResetTable> tables) throws SQLException {
        execute(tables.stream().map(ResetTable::name).collect(joining(", ", "VACUUM ", "")));
    }

    /** Leaves the connection as it was, also where one of the steps fails. */
    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        try {
            try {
                log.close();
            } finally {
                forgetStatements();
            }
        } finally {
            settings.restore();
        }
    }

    private void forgetStatements() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT name FROM pg_prepared_statements WHERE starts_with(name, '" + PREFIX + "')")) {
            while (rows.next()) {
                names.add("DEALLOCATE " + rows.getString(1));
            }
        }
        execute(String.join("; ", names));
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
