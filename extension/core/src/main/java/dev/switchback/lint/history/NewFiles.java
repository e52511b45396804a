package dev.switchback.lint.history;

import dev.switchback.lint.files.MigrationFile;
import dev.switchback.lint.files.MigrationFile.Kind;
import java.util.List;

/**
 * The migrations and undos that are not on the main branch, or were changed since.
 *
 * @param since the words for where the branch began: {@code the merge base with origin/main (1a2b3c4)}
 * @param files all of them, undos and repeatable migrations among them
 */
public record NewFiles(String since, List<MigrationFile> files) {

    public NewFiles {
        files = List.copyOf(files);
    }

    /**
     * Whether a migration is one of them; one that lies in no folder of the repository, as in a jar, is none.
     *
     * @param script as Flyway names it: a file below its location, or a class
     */
    public boolean has(String script) {
        String name = script.substring(Math.max(script.lastIndexOf('/'), script.lastIndexOf('\\')) + 1);
        String simpleName = script.substring(script.lastIndexOf('.') + 1);
        return files.stream()
                .map(file -> file.kind() == Kind.JAVA
                        ? file.name().substring(0, file.name().lastIndexOf('.'))
                        : file.name())
                .anyMatch(file -> file.equals(name) || file.equals(simpleName));
    }
}
