package dev.switchback.statements;

import java.util.List;
import java.util.Optional;

/**
 * One call of a statement, tried on one schema.
 *
 * @param refusedAt where it was refused; empty if it was not
 * @param words the server's words about that
 * @param columns of its result
 * @param hasRun whether it was run, and not only prepared and planned
 */
record Trial(Optional<Stage> refusedAt, String words, List<ResultColumn> columns, boolean hasRun) {

    /** How far it was tried, in this order. */
    enum Stage {
        PREPARE,
        PLAN,
        RUN
    }

    static Trial refused(Stage stage, String words, List<ResultColumn> columns) {
        return new Trial(Optional.of(stage), words, columns, false);
    }

    static Trial accepted(List<ResultColumn> columns, boolean hasRun) {
        return new Trial(Optional.empty(), "", columns, hasRun);
    }
}
