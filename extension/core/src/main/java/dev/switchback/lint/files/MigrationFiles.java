package dev.switchback.lint.files;

import dev.switchback.lint.LintException;
import dev.switchback.migration.script.ScriptPath;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.Configuration;

/**
 * The files of migrations where people change them: not what a build has copied.
 *
 * @param names how they are named
 * @param folders the folders that were looked through
 * @param files the migrations and undos in them, in the order of their versions
 * @param charset what they are written in
 * @param unseen the locations that are in no folder, such as those in a jar
 */
public record MigrationFiles(
        MigrationNames names, List<Path> folders, List<MigrationFile> files, Charset charset, List<String> unseen) {

    private static final Comparator<MigrationFile> ORDER = Comparator.comparing(
                    (MigrationFile file) -> file.version().isEmpty())
            .thenComparing(
                    (one, other) -> one.version().isPresent() && other.version().isPresent()
                            ? one.version().get().compareTo(other.version().get())
                            : 0)
            .thenComparing(MigrationFile::kind)
            .thenComparing(MigrationFile::name)
            .thenComparing(MigrationFile::shown);

    public MigrationFiles {
        folders = List.copyOf(folders);
        files = List.copyOf(files);
        unseen = List.copyOf(unseen);
    }

    /**
     * Finds them where Flyway's locations say, and in the sources of what is on the class path.
     *
     * @throws LintException if a file cannot be read
     */
    public static MigrationFiles of(Configuration flyway) {
        SourceFolders folders = SourceFolders.of(flyway);
        return in(folders.folders(), MigrationNames.of(flyway), flyway.getEncoding(), folders.unseen());
    }

    /** Finds them in some folders, at any depth. */
    public static MigrationFiles in(List<Path> folders, MigrationNames names, Charset charset, List<String> unseen) {
        List<MigrationFile> files = new ArrayList<>();
        Set<Path> seen = new HashSet<>();
        for (Path folder : folders) {
            try (Stream<Path> below = Files.walk(folder)) {
                below.filter(path -> Files.isRegularFile(path) && seen.add(path))
                        .forEach(path -> names.parse(String.valueOf(path.getFileName()))
                                .ifPresent(parsed -> files.add(file(path, parsed, charset))));
            } catch (IOException e) {
                throw new LintException("The folder %s cannot be read: %s".formatted(folder, e), e);
            }
        }
        return new MigrationFiles(names, folders, files.stream().sorted(ORDER).toList(), charset, unseen);
    }

    private static MigrationFile file(Path path, MigrationNames.Parsed parsed, Charset charset) {
        return new MigrationFile(
                parsed.kind(),
                path,
                ScriptPath.readable(path.toString()),
                String.valueOf(path.getFileName()),
                parsed.version(),
                parsed.writtenVersion(),
                parsed.description(),
                FileContent.of(path, charset));
    }

    /** The migrations that run once. */
    public List<MigrationFile> versioned() {
        return files.stream().filter(MigrationFile::runsOnce).toList();
    }
}
