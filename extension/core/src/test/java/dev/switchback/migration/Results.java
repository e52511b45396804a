package dev.switchback.migration;

import dev.switchback.schema.Schema;
import java.util.List;

/** Results as a round trip makes them, for tests of what is done with them. */
public final class Results {

    private Results() {}

    public static Finding finding(String rule, Severity severity, String title) {
        return new Finding(rule, severity, title, "text");
    }

    public static MigrationStep step(Migration migration, Verdict verdict, StepTimes times) {
        return new MigrationStep(migration, Schema.none(), Schema.none(), verdict, times);
    }

    public static RoundTripResult result(List<MigrationStep> steps, List<Finding> findings, List<String> notCompared) {
        return new RoundTripResult(steps, findings, notCompared, List.of(), List.of());
    }

    /** A result in which this project has something left out. */
    public static RoundTripResult resultWithout(List<MigrationStep> steps, List<String> notComparedHere) {
        return new RoundTripResult(steps, List.of(), notComparedHere, notComparedHere, List.of());
    }

    /** The result for one migration that an earlier run has judged. */
    public static RoundTripResult resultOfKnown(Migration migration, List<String> judgedEveryTime) {
        MigrationStep known =
                MigrationStep.known(migration, Schema.none(), Schema.none(), new Verdict.Passed(List.of()));
        return new RoundTripResult(List.of(known), List.of(), List.of(), List.of(), judgedEveryTime);
    }
}
