package dev.switchback.jupiter;

import dev.switchback.fixture.reset.Obstacle;
import dev.switchback.fixture.reset.ResetState;
import dev.switchback.fixture.reset.RowReset;
import dev.switchback.fixture.reset.RowReset.OtherSessions;
import dev.switchback.provision.Database;
import dev.switchback.provision.ProvisionException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A copy of a seeded template, with the session that resets it. */
final class SeededDatabase {

    private final Database copy;
    private final Connection connection;
    private final RowReset reset;

    private SeededDatabase(Database copy, Connection connection, RowReset reset) {
        this.copy = copy;
        this.connection = connection;
        this.reset = reset;
    }

    /** Takes a copy over that nobody has used yet: it is dropped if this fails. Empty if the role may not reset it. */
    static Optional<SeededDatabase> of(Database copy, StateReader states) {
        try {
            Connection connection = copy.dataSource().getConnection();
            try {
                return on(connection, copy, states);
            } catch (SQLException | RuntimeException | Error e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            copy.close();
            throw new ProvisionException("The rows of " + copy + " cannot be read: " + e.getMessage(), e);
        } catch (RuntimeException | Error e) {
            copy.close();
            throw e;
        }
    }

    private static Optional<SeededDatabase> on(Connection connection, Database copy, StateReader states)
            throws SQLException {
        ResetState state = states.read(connection);
        if (state.obstacle().isPresent()) {
            connection.close();
            return Optional.empty();
        }
        return Optional.of(new SeededDatabase(copy, connection, state.on(connection)));
    }

    /** Gives the state of all copies of a template. */
    interface StateReader {
        ResetState read(Connection connection) throws SQLException;
    }

    Database copy() {
        return copy;
    }

    /** Whether it is as it was, and nobody is on it any more. */
    boolean isReset() {
        try {
            return reset.run(OtherSessions.GONE).isEmpty();
        } catch (SQLException aCopyIsAsGood) {
            return false;
        }
    }

    /** Brings it back while whoever has it keeps it; says why that is impossible. */
    Optional<Obstacle> reset() throws SQLException {
        return reset.run(OtherSessions.QUIET);
    }

    /** Drops it. */
    void drop() {
        try {
            connection.close();
        } catch (SQLException theSessionEndsWithTheDatabase) {
            // Dropping ends every session.
        } finally {
            dropCopy();
        }
    }

    private void dropCopy() {
        try {
            copy.close();
        } catch (ProvisionException goesWithTheServer) {
            // The server drops what is still there, or is gone.
        }
    }
}
