package dev.switchback.schema.rules;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The violations of a rule that are in no file of frozen violations.
 *
 * @param file the file
 * @param lines the violations, as the file would have them, in alphabetical order
 * @param fixed the frozen violations that are mended by now, as lines of the file; nothing if the file was brought up to date
 */
public record UnfrozenViolations(Path file, List<String> lines, List<String> fixed) {

    @API(status = API.Status.INTERNAL)
    public UnfrozenViolations {
        lines = List.copyOf(lines);
        fixed = List.copyOf(fixed);
    }

    /** The advice how to accept the violations, and which lines to take out of the file. */
    public String advice() {
        return freezing()
                + (fixed.isEmpty() ? "" : "\n\nMended by now, and to be taken out of the file:\n\n" + list(fixed));
    }

    private String freezing() {
        if (!Files.exists(file)) {
            return "There is no file %s yet. To freeze what is there, run the test with -D%s=update, read the file, and commit it."
                    .formatted(file, FrozenViolations.PROPERTY);
        }
        return "What has to stay as it is can be frozen by adding it to " + file + ":\n\n" + list(lines);
    }

    private static String list(List<String> lines) {
        return lines.stream().map(line -> "  " + line).collect(joining("\n"));
    }
}
