package dev.switchback.postgresql.reset;

import dev.switchback.fixture.reset.Obstacle;
import dev.switchback.fixture.reset.ResetState;
import dev.switchback.fixture.reset.RowReset;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a database for a reset.
 *
 * @param versions of the rows of tables and catalogs, by number
 * @param contents of the catalogs, by number
 */
record ResetImage(
        List<ResetTable> tables,
        List<ResetSequence> sequences,
        ResetQueries queries,
        Map<Long, RowVersions> versions,
        Map<Long, RowVersions> contents,
        Optional<Obstacle> obstacle)
        implements ResetState {

    /** Of a database that cannot be reset, and so is not read. */
    static ResetImage unreadable(Obstacle obstacle) {
        return new ResetImage(
                List.of(), List.of(), new ResetQueries(List.of(), ""), Map.of(), Map.of(), Optional.of(obstacle));
    }

    @Override
    public RowReset on(Connection connection) throws SQLException {
        return PostgresReset.begin(this, connection);
    }
}
