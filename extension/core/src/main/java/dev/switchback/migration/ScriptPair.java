package dev.switchback.migration;

import java.util.Optional;

/**
 * A migration and its inverse.
 *
 * @param irreversible the reason that the migration itself gives for having no way back
 */
record ScriptPair(Migration migration, Script up, Optional<Script> undo, Optional<String> irreversible) {

    /** Whether there is a way down to be judged. */
    boolean isJudged() {
        return undo.isPresent() && irreversible.isEmpty();
    }
}
