package dev.switchback.lint.history;

import dev.switchback.lint.files.MigrationFile;
import dev.switchback.migration.script.Script;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

    /** Whether a script is one of them; one that lies in no folder of the repository, as in a jar, is none. */
    public boolean has(Script script) {
        return names().contains(name(script));
    }

    private Set<String> names() {
        return files.stream()
                .map(file -> file.kind() == MigrationFile.Kind.JAVA
                        ? file.name().substring(0, file.name().lastIndexOf('.'))
                        : file.name())
                .collect(Collectors.toSet());
    }

    private static String name(Script script) {
        Optional<String> javaClass = script.javaClass();
        String name = script.name();
        return javaClass.isPresent()
                ? name.substring(name.lastIndexOf('.') + 1)
                : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    }
}
