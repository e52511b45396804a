package dev.switchback.migration.roundtrip;

import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.PhaseRun;
import dev.switchback.provision.Database;
import java.util.List;

/**
 * A database that only ever goes up, one copy of which is had at any version from where it is, with the rows that are there
 * from then on. It is made and moved only when something asks for a copy.
 */
final class ForwardOnlyDatabase implements AutoCloseable {

    private final RoundTripContext context;
    private final Database database;
    private int applied;

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

    /**
     * A copy of the state after the first {@code count} migrations and their rows, which must not be fewer than at the last call. The
     * caller closes it.
     */
    Database copyAfter(int count) throws PhaseFailure {
        while (applied < count) {
            up(context.rows().nextAfter(applied, count));
            context.rows().insertAfter(applied, database);
        }
        return context.server().copy(database);
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

    @Override
    public void close() {
        database.close();
    }
}
