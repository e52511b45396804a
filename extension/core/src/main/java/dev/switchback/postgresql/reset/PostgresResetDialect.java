package dev.switchback.postgresql.reset;

import dev.switchback.fixture.reset.Obstacle;
import dev.switchback.fixture.reset.ResetDialect;
import dev.switchback.fixture.reset.ResetState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a database of PostgreSQL holds, in one snapshot. */
public final class PostgresResetDialect implements ResetDialect {

    @Override
    public ResetState read(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            ResetSettings.setLocally(connection);
            Optional<Obstacle> obstacle = obstacle(statement);
            return obstacle.isPresent() ? ResetImage.unreadable(obstacle.get()) : read(version, statement);
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static ResetImage read(int version, Statement statement) throws SQLException {
        ResetRelations relations = ResetRelations.read(statement);
        List<ResetTable> empty =
                relations.tables().stream().map(ResetRelations.Table::empty).toList();
        ResetQueries first = ResetQueries.of(version, empty, List.of(), relations.others());
        Map<Long, RowVersions> versions = versions(first.checks(), statement);
        List<ResetTable> tables = new ArrayList<>();
        for (ResetRelations.Table table : relations.tables()) {
            RowVersions rows = versions.getOrDefault(table.id(), RowVersions.NONE);
            tables.add(ResetRows.read(table, rows.rows(), statement));
        }
        List<ResetSequence> sequences = relations.sequences(statement);
        ResetQueries queries = ResetQueries.of(version, tables, sequences, relations.others());
        return new ResetImage(tables, sequences, queries, versions, contents(queries, statement), Optional.empty());
    }

    private static Map<Long, RowVersions> versions(List<String> checks, Statement statement) throws SQLException {
        ResetFindings findings = new ResetFindings();
        for (String check : checks) {
            try (ResultSet rows = statement.executeQuery(check)) {
                findings.add(rows);
            }
        }
        return findings.versions();
    }

    static Map<Long, RowVersions> contents(ResetQueries queries, Statement statement) throws SQLException {
        Map<Long, RowVersions> contents = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(queries.contents())) {
            while (rows.next()) {
                contents.put(rows.getLong(1), new RowVersions(rows.getLong(2), rows.getLong(3)));
            }
        }
        return contents;
    }

    private static Optional<Obstacle> obstacle(Statement statement) throws SQLException {
        try (ResultSet role =
                statement.executeQuery("SELECT current_user, rolsuper FROM pg_roles WHERE rolname = current_user")) {
            if (!role.next() || !role.getBoolean(2)) {
                return Optional.of(
                        new Obstacle(
                                Obstacle.Kind.ROWS,
                                "the role \"" + role.getString(1)
                                        + "\" is no superuser, and rows can be put back without their triggers by a superuser only."));
            }
        }
        return Optional.empty();
    }
}
