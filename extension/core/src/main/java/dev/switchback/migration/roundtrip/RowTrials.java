package dev.switchback.migration.roundtrip;

import dev.switchback.filling.FillDialect;
import dev.switchback.filling.FillPlan;
import dev.switchback.filling.GeneratedRowsException;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.PhaseRun;
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
 * Runs of one migration's statements over other rows, each taken back in the same session. They are a sieve: a copy and a run of
 * Flyway's for each would take ten times as long. Only that a migration fails as it is known to is believed; all else is for
 * Flyway to say.
 */
final class RowTrials implements AutoCloseable {

    private final RoundTripContext context;
    private final FillDialect dialect;
    private final StateCopies bare;
    private final int index;
    private final ScriptPair pair;
    private final List<String> statements = new ArrayList<>();
    private final List<AutoCloseable> opened = new ArrayList<>();
    private @Nullable Connection session;
    private @Nullable Database after;
    private boolean isMigrated;

    /** @param bare the databases before each step, without these rows */
    RowTrials(RoundTripContext context, FillDialect dialect, StateCopies bare, int index, ScriptPair pair) {
        this.context = context;
        this.dialect = dialect;
        this.bare = bare;
        this.index = index;
        this.pair = pair;
    }

    /** The database behind the migration, run without these rows; empty if it fails even so. */
    Optional<Database> after() throws PhaseFailure {
        if (!isMigrated) {
            isMigrated = true;
            Database tried = bare.copyAfter(index);
            opened.add(0, tried);
            Database migrated = bare.copyAfter(index);
            opened.add(0, migrated);
            try {
                context.flyway()
                        .on(migrated, new Phase.Plan(context.pairs()).up(pair).phases(), new Recorder(tried));
                after = migrated;
            } catch (PhaseFailure failsAnyway) {
                end();
            }
        }
        return Optional.ofNullable(after);
    }

    /** The schema that the migration makes; empty if it fails without rows, too. */
    Schema schema() throws PhaseFailure {
        return after().map(database -> Schema.read(database.dataSource())).orElse(Schema.none());
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
        if (trial == null) {
            return Optional.empty();
        }
        try {
            Savepoint before = trial.setSavepoint();
            Optional<String> refusal = refusal(trial, rows);
            trial.rollback(before);
            return refusal;
        } catch (SQLException scriptEndsTheTransaction) {
            end();
            return Optional.empty();
        }
    }

    private Optional<String> refusal(Connection trial, FillPlan rows) {
        try (Statement statement = trial.createStatement()) {
            dialect.fill(trial, rows);
            for (String sql : statements) {
                statement.execute(sql);
            }
            return Optional.empty();
        } catch (GeneratedRowsException e) {
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.ofNullable(e.getSQLState());
        }
    }

    /** No trial any more: what one did is there. */
    private void end() {
        session = null;
    }

    /** Learns the statements from Flyway, and how its session is set up. */
    private final class Recorder implements PhaseRun.Listener {

        private final Database tried;

        Recorder(Database tried) {
            this.tried = tried;
        }

        @Override
        public boolean wantsStatements() {
            return true;
        }

        @Override
        public void statement(Connection flyway, String sql) {
            if (statements.isEmpty()) {
                session = open(flyway);
            }
            statements.add(sql);
        }

        private Connection open(Connection flyway) {
            try {
                Connection opening = tried.dataSource().getConnection();
                opened.add(0, opening);
                context.dialect().sessions().align(opening, flyway);
                opening.setAutoCommit(false);
                return opening;
            } catch (SQLException e) {
                throw new MigrationsException("The database cannot be reached: " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void close() {
        for (AutoCloseable each : opened) {
            try {
                each.close();
            } catch (SQLException e) {
                throw new MigrationsException("The connection cannot be closed: " + e.getMessage(), e);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new MigrationsException(String.valueOf(e.getMessage()), e);
            }
        }
    }
}
