package dev.switchback.migration.roundtrip;

import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseRun;
import dev.switchback.migration.run.ScriptSessions;
import java.sql.Connection;
import java.util.Optional;
import java.util.Set;

/**
 * Hands phases on to a recorder and, after each step that holds, brings more rows into the tables that want them. Ends the run
 * where that cannot be told, or where the tables do not take them.
 */
final class RowsBetweenSteps implements PhaseRun.Listener {

    private final StepRecorder recorder;
    private final StandingRows rows;
    private final int until;

    /** @param until the index before which the steps end */
    RowsBetweenSteps(StepRecorder recorder, StandingRows rows, int until) {
        this.recorder = recorder;
        this.rows = rows;
        this.until = until;
    }

    @Override
    public void beginning(Phase phase) {
        recorder.beginning(phase);
    }

    @Override
    public void ran(Phase phase) {
        recorder.ran(phase);
    }

    @Override
    public ScriptSessions.Held watch(Connection session) {
        return recorder.watch(session);
    }

    @Override
    public boolean completed(Phase phase) {
        int done = recorder.done();
        DatabaseSnapshot before = recorder.here();
        if (!recorder.completed(phase)) {
            return false;
        }
        if (recorder.done() == done || recorder.done() == until) {
            return true;
        }
        Optional<Set<String>> due = MoreRowsWanted.after(before, recorder.here());
        if (due.isEmpty() || !rows.add(due.get(), recorder.done())) {
            return false;
        }
        if (!due.get().isEmpty()) {
            recorder.begin();
        }
        return true;
    }
}
