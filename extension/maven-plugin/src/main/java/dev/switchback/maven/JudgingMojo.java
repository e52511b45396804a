package dev.switchback.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** A goal that takes migrations up and down. */
abstract class JudgingMojo extends ReportingMojo {

    /** One of steps, each migration for itself; latest; full, all down to empty. */
    @Parameter(property = "switchback.round-trip.mode", defaultValue = "steps")
    @Nullable
    String mode;

    /** own: the rows that migrations bring; or generated: also made up ones in every table. */
    @Parameter(property = "switchback.round-trip.rows", defaultValue = "own")
    @Nullable
    String rows;

    /** More folders with undo scripts. */
    @Parameter(property = "switchback.undo")
    @Nullable
    List<String> undo;

    /** fail or notice: what a migration without an undo is. */
    @Parameter(property = "switchback.round-trip.missing-undo", defaultValue = "fail")
    @Nullable
    String missingUndo;

    /** Objects that are not compared, such as public.audit_*. */
    @Parameter(property = "switchback.round-trip.exclude")
    @Nullable
    List<String> exclude;

    /** The seconds that each script may run. */
    @Parameter(property = "switchback.round-trip.time-limit", defaultValue = "300")
    @Nullable
    Integer timeLimit;

    final Arguments roundTrip(Arguments arguments) {
        return arguments
                .option("--mode", mode)
                .option("--rows", rows)
                .list("--undo", undo)
                .option("--missing-undo", missingUndo)
                .list("--exclude", exclude)
                .option("--time-limit", timeLimit);
    }

    @Override
    final String failure() {
        return "There are migrations that do not hold: see the findings above" + seeReport();
    }
}
