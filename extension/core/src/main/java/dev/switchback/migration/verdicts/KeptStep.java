package dev.switchback.migration.verdicts;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.Verdict;
import dev.switchback.schema.Schema;

/** A step as it is kept: without its migration, which the key stands for, and its times, which are another run's. */
record KeptStep(Schema before, Schema after, Verdict verdict) {

    static KeptStep of(MigrationStep step) {
        return new KeptStep(step.before(), step.after(), step.verdict());
    }

    MigrationStep of(Migration migration) {
        return MigrationStep.known(migration, before, after, verdict);
    }
}
