package dev.switchback.cli;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintSettings;
import dev.switchback.lint.files.FileContent;
import dev.switchback.lint.files.FileLint;
import dev.switchback.lint.files.MigrationFile;
import dev.switchback.lint.files.MigrationFiles;
import dev.switchback.lint.files.MigrationNames;
import dev.switchback.migration.Severity;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.configuration.Configuration;

/** Files that are to be written: all of them or none, and none over one that is there. */
record Draft(Map<Path, String> files) {

    Draft {
        files = new LinkedHashMap<>(files);
    }

    /** Refuses what a lint of the files would find fault with. */
    void check(MigrationFiles all, LintSettings settings, Configuration flyway) {
        List<MigrationFile> fresh = new ArrayList<>();
        files.forEach((path, text) -> {
            String name = String.valueOf(path.getFileName());
            if (!name.endsWith(".conf")) {
                fresh.add(file(path, name, text, all.names(), all.charset()));
            }
        });
        List<MigrationFile> together = new ArrayList<>(all.files());
        together.addAll(fresh);
        MigrationFiles joined = new MigrationFiles(all.names(), all.folders(), together, all.charset(), all.unseen());
        List<String> findings = FileLint.of(joined, fresh, settings, flyway).stream()
                .flatMap(finding -> settings.weigh(finding).stream())
                .filter(finding -> finding.severity() == Severity.FAIL)
                .map(Draft::told)
                .toList();
        if (!findings.isEmpty()) {
            throw CommandException.wrongUse(
                    "Nothing was written, because switchback lint would find:\n" + String.join("\n", findings));
        }
    }

    private static String told(LintFinding finding) {
        return "  " + finding.title() + ". " + finding.reason().replace("\n", "\n  ");
    }

    private static MigrationFile file(Path path, String name, String text, MigrationNames names, Charset charset) {
        MigrationNames.Parsed parsed = names.parse(name)
                .orElseThrow(() -> CommandException.wrongUse("Flyway would not take " + name + " for a migration."));
        return new MigrationFile(
                parsed.kind(),
                path,
                NewFiles.shown(path),
                name,
                parsed.version(),
                parsed.writtenVersion(),
                parsed.description(),
                new FileContent(text.getBytes(charset), charset));
    }

    /** Writes them. */
    void write(Charset charset) {
        List<Path> written = new ArrayList<>();
        boolean isComplete = false;
        try {
            for (Map.Entry<Path, String> file : files.entrySet()) {
                Files.createFile(file.getKey());
                written.add(file.getKey());
                Files.writeString(file.getKey(), file.getValue(), charset, StandardOpenOption.TRUNCATE_EXISTING);
            }
            isComplete = true;
        } catch (FileAlreadyExistsException e) {
            throw CommandException.wrongUse(
                    "Nothing was written: " + NewFiles.shown(Path.of(e.getFile())) + " is there already.");
        } catch (IOException e) {
            throw CommandException.environment("Nothing was written: " + e);
        } finally {
            if (!isComplete) {
                remove(written);
            }
        }
    }

    private static void remove(List<Path> written) {
        for (Path file : written) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw CommandException.environment(
                        "The file " + file + " is half of a migration and cannot be deleted: " + e);
            }
        }
    }

    /** The places, a line each. */
    List<String> shown() {
        return files.keySet().stream().map(NewFiles::shown).toList();
    }
}
