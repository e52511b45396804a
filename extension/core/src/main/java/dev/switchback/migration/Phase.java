package dev.switchback.migration;

import java.util.ArrayList;
import java.util.List;

/**
 * One script run in one direction, under a version of its own, so that a single Flyway history holds the whole way up,
 * down and up again.
 *
 * @param version where it stands in that history
 */
record Phase(ScriptPair pair, Direction direction, String version) {

    Script script() {
        return direction == Direction.DOWN ? pair.undo().orElseThrow() : pair.up();
    }

    boolean is(Direction expected) {
        return direction == expected;
    }

    /** The phases of a history to be, in the order in which they are added. */
    static final class Plan {

        private final List<Phase> phases = new ArrayList<>();
        private final int depth;
        private String newest = "0";
        private int behindNewest;

        Plan(List<ScriptPair> all) {
            depth = all.stream()
                    .mapToInt(pair -> pair.migration().version().split("\\.").length)
                    .max()
                    .orElse(1);
        }

        /** Every first way up keeps its real version, so that it is told from others by nothing but its place. */
        Plan up(ScriptPair pair) {
            newest = pair.migration().version();
            behindNewest = 0;
            phases.add(new Phase(pair, Direction.UP, newest));
            return this;
        }

        Plan down(ScriptPair pair) {
            return behind(pair, Direction.DOWN);
        }

        Plan again(ScriptPair pair) {
            return behind(pair, Direction.AGAIN);
        }

        private Plan behind(ScriptPair pair, Direction direction) {
            behindNewest++;
            String zeros = ".0".repeat(depth + 1 - newest.split("\\.").length);
            phases.add(new Phase(pair, direction, newest + zeros + "." + behindNewest));
            return this;
        }

        List<Phase> phases() {
            return List.copyOf(phases);
        }
    }
}
