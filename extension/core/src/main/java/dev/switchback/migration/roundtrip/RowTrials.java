package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillPlan;
import dev.switchback.filling.GeneratedRowsException;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.PhaseRun;
import dev.switchback.migration.run.ScriptSessions;
import dev.switchback.migration.run.SequenceReturn;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.provision.Database;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs of the statements of a step's scripts over other rows, each taken back in the same session. They are a sieve: a copy and a run of
 * Flyway's for each would take ten times as long. Only that a migration fails as it is known to is believed; all else is for
 * Flyway to say.
 */
final class RowTrials implements AutoCloseable {

    private final RoundTripContext context;
    private final FillDialect dialect;
    private final StateCopies bare;
    /** Of its own: names of types are written as the session finds them. */
    private final CopyFilling filling = new CopyFilling();

    private final int index;
    private final ScriptPair pair;
    private final TriedScripts scripts;
    private final List<String> statements = new ArrayList<>();
    private final List<Database> databases = new ArrayList<>();
    private @Nullable Connection session;
    private @Nullable SequenceReturn sequences;
    private @Nullable Database after;
    private @Nullable Schema found;
    private @Nullable Schema made;
    private @Nullable NamesBefore names;
    private int beginOfLast;
    private boolean isMigrated;
    private boolean isOver;

    /** @param bare the databases before each step, without these rows */
    RowTrials(
            RoundTripContext context,
            FillDialect dialect,
            StateCopies bare,
            int index,
            ScriptPair pair,
            TriedScripts scripts) {
        this.context = context;
        this.dialect = dialect;
        this.bare = bare;
        this.index = index;
        this.pair = pair;
        this.scripts = scripts;
    }

    TriedScripts scripts() {
        return scripts;
    }

    /** The database behind the scripts, run without these rows; empty if it fails even so. */
    Optional<Database> after() throws PhaseFailure {
        if (!isMigrated) {
            isMigrated = true;
            Database tried = copy();
            Database migrated = copy();
            found = Schema.read(migrated.dataSource());
            try {
                context.flyway().on(migrated, scripts.phases(pair, context.pairs()), new Recorder(tried));
                after = migrated;
            } catch (PhaseFailure failsAnyway) {
                isOver = true;
            }
        }
        return Optional.ofNullable(after);
    }

    private Database copy() throws PhaseFailure {
        Database copy = bare.copyAfter(index);
        databases.add(copy);
        return copy;
    }

    /** The schema that the scripts make; empty if it fails without rows, too. */
    Schema schema() throws PhaseFailure {
        if (made == null) {
            made = after().map(database -> Schema.read(database.dataSource())).orElse(Schema.none());
        }
        return made;
    }

    /** The names before the migration of what it leaves; of what it has not renamed, the same. */
    NamesBefore names() throws PhaseFailure {
        if (names == null) {
            Schema after = schema();
            names = found == null ? NamesBefore.SAME : NamesBefore.of(found, after);
        }
        return names;
    }

    /**
     * Whether it fails over these rows with the same error as it is known to.
     *
     * @return false if it does not, or if that is not known
     */
    boolean failAlike(FillPlan rows, PhaseFailure known) throws PhaseFailure {
        Optional<String> state = known.refusal().map(SQLException::getSQLState);
        return state.isPresent() && after().isPresent() && state.equals(refusal(rows));
    }

    private Optional<String> refusal(FillPlan rows) {
        Connection trial = session;
        SequenceReturn back = sequences;
        if (trial == null || back == null || isOver) {
            return Optional.empty();
        }
        try {
            Savepoint before = trial.setSavepoint();
            filling.fill(index, dialect, trial, rows);
            context.dialect().sessions().refresh(trial, context.configuration(), ScriptSessions.Held.NOTHING);
            Optional<String> refusal = refusal(trial);
            trial.rollback(before);
            back.run();
            return refusal;
        } catch (GeneratedRowsException | SQLException noRowsOrNoTransactionAnyMore) {
            isOver = true;
            return Optional.empty();
        }
    }

    private Optional<String> refusal(Connection trial) {
        try (Statement statement = trial.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements.subList(0, beginOfLast)) {
                statement.execute(sql);
            }
            return refusalOfLast(statement);
        } catch (SQLException inOneBefore) {
            return Optional.empty();
        }
    }

    private Optional<String> refusalOfLast(Statement statement) {
        try {
            for (String sql : statements.subList(beginOfLast, statements.size())) {
                statement.execute(sql);
            }
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.ofNullable(e.getSQLState());
        }
    }

    /** Learns the statements from Flyway, and how its session is set up. */
    private final class Recorder implements PhaseRun.Listener {

        private final Database tried;

        Recorder(Database tried) {
            this.tried = tried;
        }

        @Override
        public void beginning(Phase phase) {
            if (scripts.isLast(phase)) {
                beginOfLast = statements.size();
            }
        }

        @Override
        public boolean wantsStatements() {
            return true;
        }

        @Override
        public void statement(Connection flyway, String sql) {
            if (statements.isEmpty()) {
                open(flyway);
            }
            statements.add(sql);
        }

        private void open(Connection flyway) {
            try {
                Connection opened = tried.dataSource().getConnection();
                session = opened;
                context.dialect().sessions().align(opened, flyway);
                opened.setAutoCommit(false);
                sequences = sequences(opened);
            } catch (SQLException e) {
                throw new MigrationsException("The database cannot be reached: " + e.getMessage(), e);
            }
        }

        /** Where they cannot be seen, nothing is tried. */
        private @Nullable SequenceReturn sequences(Connection opened) {
            try {
                return context.dialect().sessions().sequences(opened);
            } catch (SQLException notAllowed) {
                isOver = true;
                return null;
            }
        }
    }

    @Override
    public void close() {
        try {
            if (session != null) {
                session.close();
            }
        } catch (SQLException e) {
            throw new MigrationsException("The connection cannot be closed: " + e.getMessage(), e);
        } finally {
            databases.forEach(Database::close);
        }
    }
}
