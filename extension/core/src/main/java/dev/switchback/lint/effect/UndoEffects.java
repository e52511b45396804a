package dev.switchback.lint.effect;

import dev.switchback.migration.script.DeclaredLoss;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The effects of the undo of a migration, run right behind it and taken back.
 *
 * @param file the file or class, as a person finds it
 * @param text of the script; empty for Java
 * @param statements in the order in which they ran; tables are new if the migration made them, and columns that it added are left
 *     out
 * @param outcome whether they could be seen
 * @param losses what migration and undo say that they lose
 */
@API(status = API.Status.INTERNAL)
public record UndoEffects(
        String file, String text, List<StatementEffects> statements, Outcome outcome, List<DeclaredLoss> losses) {

    /** Outcome of the run. */
    public enum Outcome {
        SEEN,
        /** It runs outside a transaction, or ends its own, and so cannot be taken back. */
        OUTSIDE_TRANSACTION,
        FAILED
    }

    public UndoEffects {
        statements = List.copyOf(statements);
        losses = List.copyOf(losses);
    }
}
