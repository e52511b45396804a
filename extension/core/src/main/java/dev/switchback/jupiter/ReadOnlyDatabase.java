package dev.switchback.jupiter;

import dev.switchback.fixture.reset.ResetDialect;
import dev.switchback.fixture.reset.ResetState;
import dev.switchback.fixture.reset.RowReset;
import dev.switchback.fixture.reset.RowReset.OtherSessions;
import dev.switchback.provision.Database;
import dev.switchback.provision.ProvisionException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A database that tests share and only read, and the session that looks whether they do. The first look after a write spoils it: it
 * is dropped when nobody has it any more. Thread-safe.
 */
final class ReadOnlyDatabase {

    private static final int SECONDS_TO_ANSWER = 5;

    private final Database database;
    private final Connection connection;
    private final RowReset watch;
    private final Set<String> borrowers = new HashSet<>();
    private final Set<String> tests = new HashSet<>();
    private final Set<String> suspects = new HashSet<>();
    private Optional<Spoiling> spoiling = Optional.empty();

    /**
     * A write that was found.
     *
     * @param change the things that are not as they were
     * @param suspects those that had the database since it was last seen unchanged
     */
    record Spoiling(String change, Set<String> suspects) {}

    private ReadOnlyDatabase(Database database, Connection connection, RowReset watch) {
        this.database = database;
        this.connection = connection;
        this.watch = watch;
    }

    /** Takes over a copy that nobody has used yet: it is dropped if this fails. Empty, and dropped, if its role may not look. */
    static Optional<ReadOnlyDatabase> of(Database copy) {
        try {
            Connection connection = copy.dataSource().getConnection();
            try {
                ResetState state = ResetDialect.on(connection).read(connection);
                if (state.obstacle().isPresent()) {
                    connection.close();
                    copy.close();
                    return Optional.empty();
                }
                RowReset watch = state.on(connection);
                // sequences that migrations have called may have numbers in store, which would count as taken
                watch.run(OtherSessions.IDLE);
                return Optional.of(new ReadOnlyDatabase(copy, connection, watch));
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

    Database database() {
        return database;
    }

    /** Gives it to a test; false if it is spoilt or gone, and another is needed. */
    synchronized boolean beginTest(String test) {
        return begin(test) && tests.add(test);
    }

    /** Gives it to a class, whose own work ends with the first look after it. */
    synchronized boolean beginClass(String owner) {
        return begin(owner);
    }

    private boolean begin(String borrower) {
        if (spoiling.isPresent() || isLost()) {
            if (borrowers.isEmpty()) {
                drop();
            }
            return false;
        }
        return borrowers.add(borrower) && suspects.add(borrower);
    }

    /** The write that was found now or earlier. */
    synchronized Optional<Spoiling> look() {
        if (spoiling.isEmpty()) {
            spoiling = change().map(change -> new Spoiling(change, Set.copyOf(suspects)));
            suspects.retainAll(tests);
        }
        return spoiling;
    }

    /** Takes it back, and looks. */
    synchronized Optional<Spoiling> end(String borrower) {
        suspects.add(borrower);
        look();
        suspects.remove(borrower);
        borrowers.remove(borrower);
        tests.remove(borrower);
        if (spoiling.isPresent() && borrowers.isEmpty()) {
            drop();
        }
        return spoiling;
    }

    /** The change that is seen; one that cannot be, because the connection is gone, has failed the test by itself. */
    private Optional<String> change() {
        try {
            return watch.change();
        } catch (SQLException theDatabaseIsGone) {
            return Optional.empty();
        }
    }

    private boolean isLost() {
        try {
            return !connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return true;
        }
    }

    synchronized void drop() {
        try {
            connection.close();
        } catch (SQLException theSessionEndsWithTheDatabase) {
            // Dropping ends every session.
        } finally {
            try {
                database.close();
            } catch (ProvisionException goesWithTheServer) {
                // The server drops what is still there, or is gone.
            }
        }
    }
}
