package dev.switchback.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;

/** The migrations that a branch adds or changes, as Git knows them. */
final class ChangedMigrations {

    private static final Pattern SCRIPT = Pattern.compile("[VU]([0-9][0-9._]*?)__.*");

    private ChangedMigrations() {}

    /** The oldest version of which a script was added or changed since a revision, also without a commit. */
    static Optional<String> first(String revision, Configuration flyway) {
        if (revision.startsWith("-")) {
            throw CommandException.wrongUse("Not a revision: " + revision);
        }
        List<String> folders = Arrays.stream(flyway.getLocations())
                .map(Object::toString)
                .filter(location -> location.startsWith("filesystem:"))
                .map(location -> location.substring("filesystem:".length()))
                .toList();
        if (folders.isEmpty()) {
            throw CommandException.wrongUse("--since needs migrations in folders: --locations filesystem:FOLDER");
        }
        return folders.stream()
                .flatMap(folder -> Stream.concat(
                        git(folder, "diff", "--name-only", "--no-renames", "--diff-filter=d", revision, "--", "."),
                        git(folder, "ls-files", "--others", "--exclude-standard", "--", ".")))
                .map(file -> SCRIPT.matcher(String.valueOf(Path.of(file).getFileName())))
                .filter(Matcher::matches)
                .map(script -> MigrationVersion.fromVersion(script.group(1)))
                .min(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion);
    }

    private static Stream<String> git(String folder, String... arguments) {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder, "-c", "core.quotePath=false"));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw CommandException.wrongUse("Git does not know what has changed: " + said.strip());
            }
            return said.lines();
        } catch (IOException e) {
            throw CommandException.environment("--since needs the program git: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandException.environment("Interrupted while git ran.");
        }
    }
}
