package dev.switchback.statements;

import dev.switchback.statements.Trial.Stage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Tries calls of statements on one database: prepares, plans and, where all values are known, runs them, and rolls back. */
final class StatementTrials implements AutoCloseable {

    private final Connection connection;
    private final StatementDialect dialect;
    private final StatementSession session;

    private StatementTrials(Connection connection, StatementDialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
        this.session = dialect.session(connection);
    }

    /**
     * Begins.
     *
     * @param role as which statements are sent; empty for the owner of the database
     * @throws StatementException if there is no such role
     */
    static StatementTrials on(DataSource database, StatementDialect dialect, Optional<String> role)
            throws SQLException {
        Connection connection = database.getConnection();
        try {
            connection.setAutoCommit(false);
            StatementTrials trials = new StatementTrials(connection, dialect);
            if (role.isPresent() && !trials.session.become(role.get())) {
                throw new StatementException(
                        "The server has no role %s, as which statements are to be sent. Name the role that the application connects as; @TestDatabase(roles = \"%s\") creates it."
                                .formatted(role.get(), role.get()));
            }
            connection.commit();
            return trials;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    Trial of(ApplicationStatement statement, List<StatementValue> call) throws SQLException {
        List<ResultColumn> columns = new ArrayList<>();
        Optional<String> refused = refusal(() -> columns.addAll(session.prepare(statement, call)));
        if (refused.isPresent()) {
            return Trial.refused(Stage.PREPARE, refused.get(), columns);
        }
        Optional<String> unplanned = refusal(() -> session.plan(statement, call));
        boolean isKnown = call.stream().allMatch(StatementValue::isKnown);
        if (isKnown) {
            refused = refusal(() -> session.run(statement, call));
            if (refused.isEmpty()) {
                return Trial.accepted(columns, true);
            }
        }
        if (unplanned.isPresent()) {
            return Trial.refused(Stage.PLAN, unplanned.get(), columns);
        }
        return refused.isPresent() ? Trial.refused(Stage.RUN, refused.get(), columns) : Trial.accepted(columns, false);
    }

    private interface Attempt {

        void run() throws SQLException;
    }

    /** The server's words, if it refuses; what was done is rolled back. */
    private Optional<String> refusal(Attempt attempt) throws SQLException {
        try {
            attempt.run();
            return Optional.empty();
        } catch (SQLException e) {
            if (isLost(e)) {
                throw e;
            }
            return Optional.of(dialect.words(e));
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
            }
        }
    }

    /** A connection that is gone says nothing about a statement. */
    private static boolean isLost(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("08");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
