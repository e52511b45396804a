package dev.switchback.filling;

import dev.switchback.testfiles.TestFile;
import dev.switchback.testfiles.TestFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A file of hints for generated rows: one a line, as a migration's marker has it behind {@code rows}. Lines that begin with {@code
 * #} or {@code --} and empty ones say nothing.
 */
@API(status = API.Status.INTERNAL)
public final class RowHintFile {

    private static final String MARKER = "switchback:";

    private RowHintFile() {}

    /**
     * The hints of a file, with their places.
     *
     * @throws GeneratedRowsException if it cannot be read, or a line is no hint
     */
    public static List<RowHint> at(Path file) {
        return read(TestFile.at(file), file.toString());
    }

    /**
     * The hints of a file among the test resources.
     *
     * @param name a path below {@code src/test/resources}
     * @throws GeneratedRowsException if it cannot be read, or a line is no hint
     */
    public static List<RowHint> named(String name) {
        try {
            return read(TestFile.named(name), name);
        } catch (TestFileException e) {
            throw new GeneratedRowsException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<RowHint> read(TestFile file, String name) {
        String text;
        try {
            text = file.read()
                    .orElseThrow(() -> new GeneratedRowsException(
                            "There is no file %s with hints for generated rows. Write one hint a line into it, such as: orders.total >= 0"
                                    .formatted(file)));
        } catch (TestFileException e) {
            throw new GeneratedRowsException(String.valueOf(e.getMessage()), e);
        }
        List<String> lines = text.lines().toList();
        List<RowHint> hints = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            String place = name + ":" + (i + 1);
            if (line.contains(MARKER) && line.startsWith("--")) {
                throw new GeneratedRowsException(
                        "%s: \"%s\" is written as in a migration. In a file of hints, leave out what stands before the condition, such as: orders.total >= 0"
                                .formatted(place, line));
            }
            if (!line.isEmpty() && !line.startsWith("#") && !line.startsWith("--")) {
                try {
                    hints.add(RowHint.of(line, place));
                } catch (IllegalArgumentException e) {
                    throw new GeneratedRowsException(String.valueOf(e.getMessage()), e);
                }
            }
        }
        if (hints.isEmpty()) {
            throw new GeneratedRowsException(
                    "%s has no hint. Write one a line into it, such as: orders.total >= 0; a file that is not needed is not to be named."
                            .formatted(name));
        }
        return hints;
    }
}
