package dev.switchback.cli;

import dev.switchback.lint.LintSettings;
import dev.switchback.lint.files.MigrationFile;
import dev.switchback.lint.files.MigrationFile.Kind;
import dev.switchback.lint.files.MigrationFiles;
import dev.switchback.lint.files.NextName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How a new migration is called, and where it is put. */
final class NamingOptions {

    @Parameters(
            arity = "1..*",
            paramLabel = "NAME",
            description = "What it does, in a few words: add orders. The file has them in snake case.")
    private List<String> words = List.of();

    @Option(
            names = "--at",
            paramLabel = "VERSION",
            description =
                    "Its version; by default the next one, in the form of switchback-lint.yaml or of the files that are there.")
    private @Nullable String version;

    @Option(names = "--ticket", paramLabel = "TICKET", description = "The ticket that stands before its description.")
    private @Nullable String ticket;

    @Option(
            names = "--into",
            paramLabel = "FOLDER",
            description = "Its folder; by default that of the newest migration.")
    private @Nullable Path folder;

    @Option(names = "--undo-into", paramLabel = "FOLDER", description = "The folder of its undo; by default the same.")
    private @Nullable Path undoFolder;

    /** The files of a migration with an undo. */
    NewFiles versioned(MigrationFiles all, LintSettings settings) {
        NextName next = NextName.of(all, settings.files(), LocalDateTime.now(ZoneOffset.UTC));
        String description = description(next);
        if (next.lacksTicket(description)) {
            throw CommandException.wrongUse(
                    "The names of these migrations have a ticket before the description. Name it: --ticket TICKET");
        }
        String written = version == null ? next.version(description) : version;
        checkVersion(written, all);
        Path into = into(all, Kind.VERSIONED);
        return new NewFiles(
                title(),
                written,
                into.resolve(next.migration(written, description)),
                Optional.of(
                        (undoFolder == null ? into : existing(undoFolder)).resolve(next.undo(written, description))));
    }

    /** The file of a repeatable migration. */
    NewFiles repeatable(MigrationFiles all, LintSettings settings) {
        if (version != null || undoFolder != null) {
            throw CommandException.wrongUse("A repeatable migration has no version and no undo: leave out "
                    + (version == null ? "--undo-into." : "--at."));
        }
        NextName next = NextName.of(all, settings.files(), LocalDateTime.now(ZoneOffset.UTC));
        String description = description(next);
        all.files().stream()
                .filter(file -> file.kind() == Kind.REPEATABLE
                        && file.description().replace('_', ' ').equalsIgnoreCase(description.replace('_', ' ')))
                .findFirst()
                .ifPresent(file -> {
                    throw CommandException.wrongUse("There is such a repeatable migration: " + file.shown()
                            + ". Change that one, or choose another name.");
                });
        return new NewFiles(
                title(), "", into(all, Kind.REPEATABLE).resolve(next.repeatable(description)), Optional.empty());
    }

    private String title() {
        return String.join(" ", words).strip();
    }

    private String description(NextName next) {
        String description = NextName.description(title());
        if (description.isEmpty()) {
            throw CommandException.wrongUse(
                    "The name '" + title()
                            + "' has no letter from a to z and no digit. Say in a few words what the migration does: add orders");
        }
        if (ticket != null && !ticket.matches("[A-Za-z0-9_-]+")) {
            throw CommandException.wrongUse(
                    "A ticket has letters, digits, - and _ alone, such as sprt26, and not '" + ticket + "'.");
        }
        return ticket == null ? description : next.description(ticket, description);
    }

    private static void checkVersion(String written, MigrationFiles all) {
        MigrationVersion version = version(written)
                .orElseThrow(() -> CommandException.wrongUse("'" + written + "' is no version. One is 12 or 1.2."));
        all.files().stream()
                .filter(file -> file.version().filter(version::equals).isPresent())
                .findFirst()
                .ifPresent(file -> {
                    throw CommandException.wrongUse("The version " + written + " is taken by " + file.shown() + ".");
                });
    }

    private static Optional<MigrationVersion> version(String written) {
        try {
            return Optional.of(MigrationVersion.fromVersion(written))
                    .filter(version -> version.getVersion() != null && Character.isDigit(written.charAt(0)));
        } catch (FlywayException e) {
            return Optional.empty();
        }
    }

    private Path into(MigrationFiles all, Kind kind) {
        if (folder != null) {
            return existing(folder);
        }
        List<MigrationFile> alike =
                all.files().stream().filter(file -> file.kind() == kind).toList();
        List<Path> roots = all.folders().stream()
                .filter(root -> alike.stream().anyMatch(file -> file.path().startsWith(root)))
                .toList();
        List<Path> candidates = roots.isEmpty() ? all.folders() : roots;
        if (candidates.isEmpty()) {
            throw CommandException.wrongUse("None of the locations is a folder here: " + String.join(", ", all.unseen())
                    + ". Say where the migration is put: --into FOLDER");
        }
        if (candidates.size() > 1) {
            throw CommandException.wrongUse("Migrations are in several folders: "
                    + String.join(", ", candidates.stream().map(NewFiles::shown).toList())
                    + ". Say where this one is put: --into FOLDER");
        }
        Path newest =
                alike.isEmpty() ? null : alike.get(alike.size() - 1).path().getParent();
        return newest == null ? candidates.get(0) : newest;
    }

    private static Path existing(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw CommandException.wrongUse(
                    "There is no folder " + folder + " here, in " + Path.of("").toAbsolutePath() + ".");
        }
        return folder;
    }
}
