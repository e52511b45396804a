package dev.switchback.statements;

import dev.switchback.migration.Migration;
import dev.switchback.schema.SchemaDiff;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The trials of all statements on the schema after one migration.
 *
 * @param difference what the migration changed; nothing for the old schema
 * @param trials of each call of each statement
 * @param remark what is to be known about the schema; empty if nothing
 */
record SchemaState(
        Migration migration, SchemaDiff difference, Map<ApplicationStatement, List<Trial>> trials, String remark) {

    Trial trial(ApplicationStatement statement, int call) {
        return Objects.requireNonNull(trials.get(statement)).get(call);
    }
}
