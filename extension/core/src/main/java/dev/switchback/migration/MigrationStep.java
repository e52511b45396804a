package dev.switchback.migration;

import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.time.Duration;

/**
 * The round trip of one migration: what was before it, what is after it, and the verdict.
 *
 * @param migration the migration
 * @param before the schema before it
 * @param after the schema after it
 * @param verdict what became of the step
 * @param time how long the step took
 */
public record MigrationStep(Migration migration, Schema before, Schema after, Verdict verdict, Duration time) {

    /** What the migration changed. */
    public SchemaDiff changes() {
        return SchemaDiff.between(before, after);
    }

    @Override
    public String toString() {
        return migration.displayName();
    }
}
