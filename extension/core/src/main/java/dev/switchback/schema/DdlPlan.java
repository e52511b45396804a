package dev.switchback.schema;

import java.util.List;

/**
 * The steps that take one schema to another.
 *
 * <p>The order is a good one, but what truly decides is the server: a step that fails may succeed after others.
 *
 * @param steps the steps
 * @param unwritten the differences that no statement can be written for with certainty
 */
public record DdlPlan(List<Step> steps, List<Change> unwritten) {

    public DdlPlan {
        steps = List.copyOf(steps);
        unwritten = List.copyOf(unwritten);
    }

    /**
     * One thing to do.
     *
     * @param ways how it can be done, the plainest first; the first one that the server accepts is right. Each is some
     *     statements that belong together, without the semicolons at their ends.
     * @param lastWays how else, where nothing can be done any more in any of those
     */
    public record Step(List<List<String>> ways, List<List<String>> lastWays) {

        public Step {
            ways = ways.stream().map(List::copyOf).toList();
            lastWays = lastWays.stream().map(List::copyOf).toList();
        }

        /** A step without last ways. */
        public Step(List<List<String>> ways) {
            this(ways, List.of());
        }
    }

    /** The plainest statements, one after the other, each with its semicolon and on a line of its own. */
    @Override
    public String toString() {
        StringBuilder sql = new StringBuilder();
        for (Step step : steps) {
            step.ways().get(0).forEach(statement -> sql.append(statement).append(";\n"));
        }
        return sql.toString();
    }
}
