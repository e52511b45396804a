package dev.switchback.migration.script;

import dev.switchback.filling.RowHint;
import dev.switchback.migration.Migration;
import java.util.List;
import java.util.Optional;

/**
 * A migration and its inverse.
 *
 * @param undoName how the file of its undo is to be called, whether there is one or not
 * @param irreversible the reason that the migration itself gives for having no way back
 * @param losses what it says that it loses; a class says so in its undo, if that is a script
 * @param emptyTables the tables that it says have no row in production
 * @param rowHints what it says of the rows that are generated from then on
 */
public record ScriptPair(
        Migration migration,
        Script up,
        Optional<Script> undo,
        String undoName,
        Optional<ScriptMarkers.Said> irreversible,
        List<DeclaredLoss> losses,
        List<EmptyTable> emptyTables,
        List<RowHint> rowHints) {

    /** Whether there is a way down to be judged. */
    public boolean isJudged() {
        return undo.isPresent() && irreversible.isEmpty();
    }

    /** The same migration with another undo. */
    public ScriptPair with(Script otherUndo) {
        return new ScriptPair(
                migration, up, Optional.of(otherUndo), undoName, irreversible, losses, emptyTables, rowHints);
    }
}
