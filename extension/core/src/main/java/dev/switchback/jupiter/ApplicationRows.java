package dev.switchback.jupiter;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.reset.Obstacle;
import dev.switchback.fixture.reset.ResetState;
import dev.switchback.fixture.reset.RowReset;
import dev.switchback.fixture.reset.RowReset.OtherSessions;
import dev.switchback.provision.Database;
import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.Template;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The content of one database that stays under its name: brought back row by row or, where that is impossible, made anew. */
final class ApplicationRows {

    /** A template, and the session that brings the database back to it; none if its role may not. */
    private record Base(Template template, Connection connection, Optional<RowReset> reset) {}

    private final Database database;
    private final Runnable closeSessions;
    private final ResetStates states;
    private @Nullable Base base;

    ApplicationRows(Database database, ResetStates states, Runnable closeSessions) {
        this.database = database;
        this.states = states;
        this.closeSessions = closeSessions;
    }

    boolean isOf(Template template) {
        return base != null && base.template == template;
    }

    /** Whether the database is not what it was made of. */
    boolean isChanged() {
        if (base == null || base.reset.isEmpty()) {
            return true;
        }
        try {
            return base.reset.get().isChanged();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Makes the database a copy of the template, or brings it back to one. */
    void bringTo(Template template) {
        try {
            if (base == null || base.template != template || !isBroughtBack(base)) {
                replaceBy(template);
            }
        } catch (FixtureException stillInUse) {
            // the test that finds it fails, and those behind it do not
            replaceBy(template);
            throw stillInUse;
        }
    }

    /** Makes the database anew, ending all sessions on it. */
    void replaceBy(Template template) {
        leave();
        closeSessions.run();
        template.replace(database);
        closeSessions.run();
        standsAt(template);
    }

    /** Takes the database for a copy of the template. */
    void standsAt(Template template) {
        try {
            base = read(template, database.dataSource().getConnection());
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private Base read(Template template, Connection connection) throws SQLException {
        try {
            ResetState state = states.of(template, connection);
            return new Base(
                    template,
                    connection,
                    state.obstacle().isPresent() ? Optional.empty() : Optional.of(state.on(connection)));
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean isBroughtBack(Base base) {
        Optional<Obstacle> obstacle;
        try {
            if (base.reset.isEmpty()) {
                return false;
            }
            obstacle = base.reset.get().run(OtherSessions.IDLE);
        } catch (SQLException aCopyIsAsGood) {
            return false;
        }
        obstacle.flatMap(ApplicationRows::remedy).ifPresent(remedy -> {
            throw new FixtureException("The database of the application cannot be brought back before this test: "
                    + obstacle.get().text() + "\n\n" + remedy);
        });
        return obstacle.isEmpty();
    }

    /** Advice to whoever left a session as it is; empty if a copy is as good. */
    private static Optional<String> remedy(Obstacle obstacle) {
        return switch (obstacle.kind()) {
            case BUSY ->
                Optional.of(
                        "An earlier test, or a thread of the application, has left it open: commit, roll back or close it"
                                + " before that test ends, and wait for what it has started.");
            case HELD ->
                Optional.of(
                        "An earlier test, or a thread of the application, has left it: release or drop it, or close the"
                                + " session, before that test ends.");
            case SCHEMA, ROWS -> Optional.empty();
        };
    }

    /** Ends its own session. */
    void leave() {
        try {
            if (base != null) {
                base.connection.close();
            }
        } catch (SQLException theSessionEndsWithTheDatabase) {
            // Dropping ends every session.
        } finally {
            base = null;
        }
    }

    private ProvisionException unreadable(SQLException cause) {
        return new ProvisionException("The rows of " + database + " cannot be read: " + cause.getMessage(), cause);
    }
}
