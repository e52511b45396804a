package dev.switchback.migration.roundtrip;

import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.run.PhaseRun;
import dev.switchback.migration.run.ScriptSessions;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.product.ProductException;
import dev.switchback.provision.Database;
import dev.switchback.schema.Change;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaException;
import dev.switchback.schema.SchemaRewrite;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The phases of a step once more, from the forward-only state, on a database of its own that is made only if somebody asks.
 */
final class SecondRun implements AutoCloseable {

    private final RoundTripContext context;
    private final StateCopies forward;
    private final int from;
    private final List<Phase> phases;
    private final Map<String, RowSnapshot.Position> sequences;
    private @Nullable Made made;
    private @Nullable PhaseFailure failure;

    private record Made(Database database, SnapshotReader snapshots, DatabaseSnapshot before, DatabaseSnapshot after) {}

    /**
     * Prepares a run.
     *
     * @param from how many migrations it begins after
     * @param sequences where those sequences stand when it begins that do not stand where they would
     */
    SecondRun(
            RoundTripContext context,
            StateCopies forward,
            int from,
            List<Phase> phases,
            Map<String, RowSnapshot.Position> sequences) {
        this.context = context;
        this.forward = forward;
        this.from = from;
        this.phases = phases;
        this.sequences = sequences;
    }

    /** The snapshot at the end; empty if a script fails that did not fail before. */
    Optional<DatabaseSnapshot> after() {
        return make().map(Made::after);
    }

    /** The difference of the end from the beginning; empty if a script fails. */
    Optional<SnapshotDiff> left() {
        return make().map(run -> SnapshotDiff.of(run.before(), run.after()));
    }

    /** The refusal of a script, after a run that could not be made. */
    Optional<PhaseFailure> failure() {
        return Optional.ofNullable(failure);
    }

    /** A migration up and down from the same state, whose undo may be another one. */
    SecondRun upAndDown(ScriptPair pair) {
        return new SecondRun(
                context,
                forward,
                from,
                new Phase.Plan(context.pairs()).up(pair).down(pair).phases(),
                sequences);
    }

    /** The changes of the phases to the schema; nothing if they could not be run. */
    SchemaDiff made() {
        return make().map(run ->
                        SchemaDiff.between(run.before().schema(), run.after().schema()))
                .orElseGet(() -> SnapshotDiff.none().schema());
    }

    /**
     * The result of changing the schema back.
     *
     * @param statements the statements that were run
     * @param left how that differs from what was there at the beginning
     */
    record Rewritten(List<String> statements, SnapshotDiff left) {}

    /** Goes on at the end of the phases and changes the schema back to what it was at their beginning. */
    Optional<Rewritten> changeBack(Predicate<Change> wanted) {
        Optional<Made> run = make();
        if (run.isEmpty()) {
            return Optional.empty();
        }
        Made there = run.get();
        try (Connection connection = there.database().dataSource().getConnection()) {
            context.dialect()
                    .sessions()
                    .refresh(connection, context.configuration(), ScriptSessions.Held.PERHAPS_SOMETHING);
            connection.setAutoCommit(false);
            SchemaRewrite.Result result = SchemaRewrite.run(
                    connection, there.after().schema(), there.before().schema(), wanted, () -> there.snapshots()
                            .schemaOf(connection));
            connection.commit();
            return Optional.of(new Rewritten(
                    result.statements(),
                    SnapshotDiff.of(there.before(), there.snapshots().take())));
        } catch (SQLException | SchemaException | ProductException | MigrationsException nothingCanBeSaid) {
            return Optional.empty();
        }
    }

    private Optional<Made> make() {
        if (made == null && failure == null) {
            try {
                made = run();
            } catch (PhaseFailure failsOnlyNow) {
                failure = failsOnlyNow;
            }
        }
        return Optional.ofNullable(made);
    }

    private Made run() throws PhaseFailure {
        Database database = forward.copyAfter(from);
        SnapshotReader snapshots = null;
        boolean finished = false;
        try {
            snapshots = forward.snapshots(database);
            DatabaseSnapshot before = snapshots.take();
            snapshots.setSequences(sequences);
            context.flyway().on(database, phases, new PhaseRun.Listener() {});
            Made run = new Made(database, snapshots, before, snapshots.take());
            finished = true;
            return run;
        } finally {
            if (!finished) {
                close(snapshots, database);
            }
        }
    }

    @Override
    public void close() {
        if (made != null) {
            close(made.snapshots(), made.database());
        }
    }

    private static void close(@Nullable SnapshotReader snapshots, Database database) {
        try (database) {
            if (snapshots != null) {
                snapshots.close();
            }
        }
    }
}
