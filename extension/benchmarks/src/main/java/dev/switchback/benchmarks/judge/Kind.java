package dev.switchback.benchmarks.judge;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Kinds of faults of a step, in words that both judges share. A step of which nothing is said holds. */
enum Kind {
    UP_FAILS("up fails", "up-fails"),
    UNDO_MISSING("no undo", "undo-missing"),
    UNDO_FAILS("undo fails", "undo-fails"),
    STRUCTURE("leaves structure", "undo-incomplete"),
    EMPTY_UNDO("empty undo", "undo-no-op"),
    ENUM_VALUES("leaves enum values", "undo-enum-values"),
    COLUMN_ORDER("column order only", "undo-column-order"),
    COSMETIC("cosmetic", "undo-cosmetic"),
    ROWS("leaves rows", "undo-rows"),
    AGAIN_FAILS("again fails", "again-fails"),
    AGAIN_DIFFERS("again differs", "again-differs");

    /** Kinds that Switchback lets pass with a notice. */
    static final Set<Kind> MILD = Set.of(COLUMN_ORDER, COSMETIC);

    private final String label;
    private final String rule;

    Kind(String label, String rule) {
        this.label = label;
        this.rule = rule;
    }

    String label() {
        return label;
    }

    /** The kind that one of Switchback's rules means; nothing if the judge has no opinion on that. */
    static Optional<Kind> ofRule(String rule) {
        return Stream.of(values()).filter(kind -> kind.rule.equals(rule)).findFirst();
    }
}
