package dev.switchback.lint;

import dev.switchback.migration.Migration;
import dev.switchback.schema.SchemaDiff;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A migration of a dry run.
 *
 * @param migration a repeatable one has an empty version
 * @param file the file or class, as a person finds it
 * @param statements in the order in which they ran
 * @param changes what the migration as a whole does to the schema
 */
public record DryRunMigration(Migration migration, String file, List<DryRunStatement> statements, SchemaDiff changes) {

    @API(status = API.Status.INTERNAL)
    public DryRunMigration {
        statements = List.copyOf(statements);
    }
}
