package dev.switchback.statements;

import dev.switchback.testfiles.ResourceFiles;
import dev.switchback.testfiles.TestFile;
import dev.switchback.testfiles.TestFileException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of statements that patterns name. */
final class StatementFiles {

    private StatementFiles() {}

    /**
     * Reads the statements of all files.
     *
     * @param whose {@code the previous version}, for messages
     * @throws StatementException if a pattern finds no file, or a file has no statement or is not understood
     */
    static List<ApplicationStatement> read(List<String> patterns, String whose) {
        Map<String, TestFile> files = new LinkedHashMap<>();
        try {
            for (String pattern : patterns) {
                List<TestFile> found = ResourceFiles.matching(pattern);
                if (found.isEmpty()) {
                    throw new StatementException(
                            "No file with statements of %s is found by '%s'. Patterns are looked for below src/test/resources, on the class path, and below the folder of the module. Write a file, or record one with StatementRecorder."
                                    .formatted(whose, pattern));
                }
                found.forEach(file ->
                        files.put(file.path().toAbsolutePath().normalize().toString(), file));
            }
            List<ApplicationStatement> statements = new ArrayList<>();
            files.values().forEach(file -> statements.addAll(read(file)));
            return statements;
        } catch (TestFileException e) {
            throw new StatementException(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<ApplicationStatement> read(TestFile file) {
        List<ApplicationStatement> statements =
                StatementText.parse(file.name(), file.read().orElse(""));
        if (statements.isEmpty()) {
            throw new StatementException(
                    "%s has no statement. Each ends with a semicolon; a file that is not needed any more is to be removed."
                            .formatted(file.name()));
        }
        return statements;
    }
}
