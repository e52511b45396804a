package dev.switchback.migration.verdicts;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RowsOnWay;
import dev.switchback.migration.Verdict;
import dev.switchback.schema.Schema;
import java.util.List;
import java.util.Map;

/**
 * A step as it is kept: without its migration, which the key stands for, and its times, which are another run's.
 *
 * @param notFilled up to it, the tables for which no row could be generated, with the reason
 */
record KeptStep(Schema before, Schema after, Verdict verdict, List<RowsOnWay> rows, Map<String, String> notFilled) {

    static KeptStep of(MigrationStep step, Map<String, String> notFilled) {
        return new KeptStep(step.before(), step.after(), step.verdict(), step.rows(), notFilled);
    }

    MigrationStep of(Migration migration) {
        return MigrationStep.known(migration, before, after, verdict).with(rows);
    }
}
