package dev.switchback.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where backups go, and the programs that make them. */
final class BackupOptions {

    @Option(
            names = "--backup-folder",
            paramLabel = "FOLDER",
            defaultValue = "",
            description = "Where the backup is written; by default here.")
    private Path folder = Path.of("");

    @Option(
            names = "--pg-bin",
            paramLabel = "FOLDER",
            description = "Where pg_dump and pg_restore are; by default where systems have them.")
    private @Nullable Path programs;

    Path folder() {
        return folder.toAbsolutePath();
    }

    Optional<Path> programs() {
        return Optional.ofNullable(programs);
    }
}
