package dev.switchback.lint.files;

import java.nio.file.Path;
import java.util.Optional;
import org.flywaydb.core.api.MigrationVersion;

/**
 * A file of a migration or an undo, where a person changes it.
 *
 * @param path the place on this machine
 * @param shown the place as messages have it
 * @param name the file's name
 * @param version empty for a repeatable migration
 * @param writtenVersion the version as the name has it, with its zeros
 * @param description as the name has it, with its underscores
 */
public record MigrationFile(
        Kind kind,
        Path path,
        String shown,
        String name,
        Optional<MigrationVersion> version,
        String writtenVersion,
        String description,
        FileContent content) {

    /** Kinds of files. */
    public enum Kind {
        VERSIONED,
        UNDO,
        REPEATABLE,
        JAVA
    }

    /** Whether the file is a migration that runs once. */
    public boolean runsOnce() {
        return kind == Kind.VERSIONED || kind == Kind.JAVA;
    }

    /** The content as text, with {@code \n} at the ends of lines and no byte order mark. */
    public String text() {
        return content.text();
    }
}
