package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.PhaseRun;
import dev.switchback.migration.script.HistoryTable;
import dev.switchback.migration.verdicts.RestoredState;
import dev.switchback.provision.Database;
import dev.switchback.schema.SchemaTracker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * A database that only ever goes up, one copy of which is had at any version from where it is, with the rows that are there
 * from then on. It is made and moved only when something asks for a copy.
 */
final class ForwardOnlyDatabase implements StateCopies, AutoCloseable {

    /** From a state that far away the way up is short. */
    private static final int NEAR = 10;

    private final RoundTripContext context;
    private final Database database;
    private int applied;
    private boolean kept;
    private Optional<SchemaTracker.Known> known = Optional.empty();

    /** Begins with what Flyway itself makes before the first migration: its schemas and its history. */
    ForwardOnlyDatabase(RoundTripContext context) throws PhaseFailure {
        this.context = context;
        this.database = context.server().create();
        boolean made = false;
        try {
            context.flyway().on(database, List.of(), new PhaseRun.Listener() {});
            made = true;
        } finally {
            if (!made) {
                database.close();
            }
        }
    }

    /** Begins with a state that an earlier run had kept. */
    ForwardOnlyDatabase(RoundTripContext context, RestoredState state) {
        this.context = context;
        this.database = state.database();
        this.applied = state.count();
        this.kept = applied >= context.pairs().size() - NEAR;
    }

    /**
     * A copy of the state after the first {@code count} migrations and their rows, which must not be fewer than at the last call. The
     * caller closes it.
     */
    @Override
    public Database copyAfter(int count) throws PhaseFailure {
        goTo(count);
        return context.server().copy(database);
    }

    @Override
    public SnapshotReader snapshots(Database copy) {
        SnapshotReader snapshots = laterSnapshots(copy);
        snapshots.teach(read -> known = Optional.of(read));
        return snapshots;
    }

    @Override
    public SnapshotReader laterSnapshots(Database copy) {
        return context.snapshots(copy, known);
    }

    /** The qualified names of the tables that hold rows after the first {@code count} migrations. */
    Set<String> filledTables(int count) throws PhaseFailure {
        goTo(count);
        try (Connection connection = database.dataSource().getConnection()) {
            return context.dialect().rows(connection).filledTables();
        } catch (SQLException e) {
            throw new MigrationsException("The catalog or the rows cannot be read: " + e.getMessage(), e);
        }
    }

    private void goTo(int count) throws PhaseFailure {
        if (count < applied) {
            throw new IllegalStateException(
                    "The database is " + applied + " migrations on, and " + count + " are wanted");
        }
        while (applied < count) {
            up(context.rows().nextAfter(applied, count));
            context.rows().insertAfter(applied, database);
        }
    }

    private void up(int count) throws PhaseFailure {
        Phase.Plan plan = new Phase.Plan(context.pairs());
        context.pairs().subList(applied, count).forEach(plan::up);
        context.flyway().on(database, plan.phases(), new PhaseRun.Listener() {
            @Override
            public boolean completed(Phase phase) {
                applied++;
                return true;
            }
        });
    }

    /** Keeps the state of a database that all migrations are behind, whatever way it has gone. Its history is changed. */
    void keepNewest(Database other) {
        int all = context.pairs().size();
        if (!kept && context.known().keepsState(all)) {
            forgetDetours(other);
            context.known().keepState(all, other);
            kept = true;
        }
    }

    /** Keeps the state here if it is so near to one that the next run will want, and that one was not kept. */
    void keepNear(int count) {
        if (!kept && applied >= count - NEAR) {
            context.known().keepState(applied, database);
        }
    }

    private void forgetDetours(Database other) {
        Configuration configuration = context.configuration();
        List<String> versions =
                context.scripts().migrations().stream().map(Migration::version).toList();
        try (Connection connection = other.dataSource().getConnection()) {
            HistoryTable.of(configuration, configuration.getTable(), connection).keepOnly(connection, versions);
        } catch (SQLException e) {
            throw new MigrationsException("The history cannot be changed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
