package dev.switchback.migration;

import org.flywaydb.core.api.output.ValidateOutput;

/** What can be wrong with the migrations as a whole. */
final class HeadFindings {

    private HeadFindings() {}

    static Finding ranAgain(int count) {
        String title = "Running the migrations again runs %d of them again".formatted(count);
        return new Finding(
                "again-runs",
                Reaction.FAIL,
                title,
                """
                %s

                  Flyway had applied everything, and its next call found something to do. A repeatable migration runs again
                  when its checksum changes: does one hold a placeholder that is another in every run?
                """
                        .formatted(title));
    }

    static Finding changed(String rule, String title, Comparison comparison) {
        return new Finding(
                rule,
                Reaction.FAIL,
                title,
                """
                %s

                  What is there afterwards differs from what was there before:

                %s
                """
                        .formatted(title, StepFindings.differences(comparison)));
    }

    static Finding invalid(ValidateOutput invalid) {
        String title = "The history is not valid: "
                + (invalid.version == null || invalid.version.isEmpty() ? "" : "V" + invalid.version + " ")
                + invalid.description;
        return new Finding(
                "history-invalid",
                Reaction.FAIL,
                title,
                """
                %s

                  %s
                  %s
                """
                        .formatted(title, invalid.filepath, invalid.errorDetails.errorMessage));
    }
}
