package dev.switchback;

import dev.switchback.jupiter.SwitchbackExtension;
import dev.switchback.migration.HeadChecks;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.migration.RoundTripRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every check of a project's migrations, with the defaults:
 *
 * <pre>{@code
 * class MigrationsTest implements MigrationChecks {}
 * }</pre>
 *
 * <p>{@link TestDatabase} and {@link MigrationRoundTrip} on the implementing class change the defaults. To leave a check
 * out, override its method without an annotation.
 */
@ExtendWith(SwitchbackExtension.class)
public interface MigrationChecks {

    /** All migrations run on a database that holds nothing. */
    @Test
    default void appliesOnAnEmptyDatabase(HeadChecks checks, TestReporter reporter) {
        MigrationFindings.failOn(checks.appliesOnAnEmptyDatabase(), reporter);
    }

    /** Each migration for itself: its undo brings schema and rows back, and then it applies again. */
    @MigrationRoundTrip
    default void everyMigrationComesBackDown(MigrationStep step) {}

    /**
     * Each migration for itself, over rows that are made up for every table as it is before: it applies, its undo keeps them, and
     * then it applies again.
     */
    @MigrationRoundTrip(rows = RoundTripRows.ONLY_GENERATED)
    default void everyMigrationHoldsOverRows(MigrationStep step) {}

    /** All migrations up, all down to empty, and all up again. */
    @MigrationRoundTrip(mode = RoundTripMode.FULL)
    default void allTheWayDownAndUpAgain(MigrationStep step) {}

    /** Migrating a migrated database runs nothing and changes nothing. */
    @Test
    default void runningAgainChangesNothing(HeadChecks checks, TestReporter reporter) {
        MigrationFindings.failOn(checks.runningAgainChangesNothing(), reporter);
    }

    /** Repeatable migrations change nothing when they run a second time. */
    @Test
    default void repeatablesAreRepeatable(HeadChecks checks, TestReporter reporter) {
        MigrationFindings.failOn(checks.repeatablesAreRepeatable(), reporter);
    }

    /** Flyway's history agrees with the migration files. */
    @Test
    default void historyIsValid(HeadChecks checks, TestReporter reporter) {
        MigrationFindings.failOn(checks.historyIsValid(), reporter);
    }
}
