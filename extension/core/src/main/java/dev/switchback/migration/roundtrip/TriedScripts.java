package dev.switchback.migration.roundtrip;

import dev.switchback.migration.run.Phase;
import dev.switchback.migration.run.PhaseDirection;
import dev.switchback.migration.run.PhaseFailure;
import dev.switchback.migration.script.Script;
import dev.switchback.migration.script.ScriptPair;
import java.util.List;

/** The scripts of a step that run over other rows, to see whether the last of them fails. */
enum TriedScripts {
    MIGRATION(PhaseDirection.UP),
    MIGRATION_AND_UNDO(PhaseDirection.DOWN);

    private final PhaseDirection last;

    TriedScripts(PhaseDirection last) {
        this.last = last;
    }

    List<Phase> phases(ScriptPair pair, List<ScriptPair> all) {
        Phase.Plan plan = new Phase.Plan(all).up(pair);
        return (this == MIGRATION ? plan : plan.down(pair)).phases();
    }

    /** The script whose failure it is about. */
    Script last(ScriptPair pair) {
        return this == MIGRATION ? pair.up() : pair.undo().orElseThrow();
    }

    boolean isLast(Phase phase) {
        return phase.is(last);
    }

    boolean isFailureOfLast(PhaseFailure failure) {
        return isLast(failure.phase());
    }
}
