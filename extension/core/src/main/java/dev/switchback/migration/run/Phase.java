package dev.switchback.migration.run;

import dev.switchback.migration.script.Script;
import dev.switchback.migration.script.ScriptPair;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * One script run in one direction, under a version of its own, so that a single Flyway history holds the whole way up,
 * down and up again.
 *
 * @param version its place in that history
 */
@API(status = API.Status.INTERNAL)
public record Phase(ScriptPair pair, PhaseDirection direction, String version) {

    Script script() {
        return direction == PhaseDirection.DOWN ? pair.undo().orElseThrow() : pair.up();
    }

    public boolean is(PhaseDirection expected) {
        return direction == expected;
    }

    /** The phases of a history to be, in the order in which they are added. */
    public static final class Plan {

        private final List<Phase> phases = new ArrayList<>();
        private final int depth;
        private String newest = "0";
        private int behindNewest;

        public Plan(List<ScriptPair> all) {
            depth = all.stream()
                    .mapToInt(pair -> pair.migration().version().split("\\.").length)
                    .max()
                    .orElse(1);
        }

        /** Every first way up keeps its real version, so that it is told from others by nothing but its place. */
        public Plan up(ScriptPair pair) {
            newest = pair.migration().version();
            behindNewest = 0;
            phases.add(new Phase(pair, PhaseDirection.UP, newest));
            return this;
        }

        public Plan down(ScriptPair pair) {
            return behind(pair, PhaseDirection.DOWN);
        }

        public Plan again(ScriptPair pair) {
            return behind(pair, PhaseDirection.AGAIN);
        }

        /** All ways of a step: up and, if it is judged, down and up again. */
        public Plan step(ScriptPair pair) {
            up(pair);
            return pair.isJudged() ? down(pair).again(pair) : this;
        }

        private Plan behind(ScriptPair pair, PhaseDirection direction) {
            behindNewest++;
            String zeros = ".0".repeat(depth + 1 - newest.split("\\.").length);
            phases.add(new Phase(pair, direction, newest + zeros + "." + behindNewest));
            return this;
        }

        public List<Phase> phases() {
            return List.copyOf(phases);
        }
    }
}
