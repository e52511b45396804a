package dev.switchback.lint.effect;

import dev.switchback.migration.Migration;
import dev.switchback.schema.SchemaDiff;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The effects of one migration.
 *
 * @param migration a repeatable one has an empty version
 * @param file the file or class, as a person finds it
 * @param text of the script; empty for Java
 * @param statements in the order in which they ran
 * @param difference what the migration as a whole has done to the schema
 * @param undo empty if it has none, or if that was not asked for
 */
@API(status = API.Status.INTERNAL)
public record MigrationEffects(
        Migration migration,
        String file,
        String text,
        List<StatementEffects> statements,
        SchemaDiff difference,
        Optional<UndoEffects> undo) {

    public MigrationEffects {
        statements = List.copyOf(statements);
    }
}
