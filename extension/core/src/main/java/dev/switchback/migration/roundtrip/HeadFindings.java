package dev.switchback.migration.roundtrip;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Severity;
import dev.switchback.migration.script.ScriptPath;
import dev.switchback.text.Indentation;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.api.output.ValidateOutput;

/** The findings about the migrations as a whole. */
public final class HeadFindings {

    private HeadFindings() {}

    public static Finding ranAgain(int count) {
        String title = "Running the migrations again runs %d of them again".formatted(count);
        return new Finding(
                "again-runs",
                Severity.FAIL,
                title,
                """
                %s

                  Flyway had applied everything, and its next call found something to do. A repeatable migration runs again
                  when its checksum changes: does one hold a placeholder that is another in every run?
                """
                        .formatted(title));
    }

    public static Finding changed(String rule, String title, SnapshotDiff comparison) {
        return new Finding(
                        rule,
                        Severity.FAIL,
                        title,
                        """
                %s

                  What is there afterwards differs from what was there before:

                %s
                """
                                .formatted(title, StepFindings.differences(comparison)))
                .comparing(comparison.schema());
    }

    public static Finding invalid(ValidateOutput invalid) {
        String title = "The history is not valid: "
                + (invalid.version == null || invalid.version.isEmpty() ? "" : "V" + invalid.version + " ")
                + invalid.description;
        return new Finding(
                "history-invalid",
                Severity.FAIL,
                title,
                title + "\n\n" + Indentation.of(file(invalid) + invalid.errorDetails.errorMessage, 2) + "\n");
    }

    /** Of a Java migration Flyway knows no file, only the folder of its package. */
    private static String file(ValidateOutput invalid) {
        String path = invalid.filepath;
        return path == null || path.isEmpty() || Files.isDirectory(Path.of(path))
                ? ""
                : ScriptPath.readable(path) + "\n";
    }
}
