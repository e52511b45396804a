package dev.switchback.lint.history;

import dev.switchback.lint.files.MigrationFile;
import dev.switchback.lint.files.MigrationFiles;
import dev.switchback.lint.history.GitRepository.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.revwalk.RevCommit;

/** The migrations of a commit, in the folders where they are today or, where all of them have moved since, wherever they were. */
final class OldFiles {

    private final GitRepository repository;
    private final MigrationFiles files;
    private final List<String> folders;

    OldFiles(GitRepository repository, MigrationFiles files) {
        this.repository = repository;
        this.files = files;
        this.folders = files.folders().stream()
                .filter(folder -> folder.startsWith(repository.workTree()))
                .map(folder -> inRepository(repository, folder))
                .toList();
    }

    /** Whether any of the folders is in the repository at all. */
    boolean exist() {
        return !folders.isEmpty();
    }

    private static String inRepository(GitRepository repository, Path folder) {
        return repository.workTree().relativize(folder).toString().replace('\\', '/');
    }

    List<Entry> at(RevCommit commit) {
        List<Entry> found = repository.files(
                commit, folders, name -> files.names().parse(name).isPresent());
        return found.isEmpty() ? elsewhere(commit) : found;
    }

    /**
     * Where at least one file has the name of one of today, all migrations of the same folder, if that is gone: other modules
     * may have files of the same names.
     */
    private List<Entry> elsewhere(RevCommit commit) {
        Set<String> names = files.files().stream()
                .filter(MigrationFile::runsOnce)
                .map(MigrationFile::name)
                .collect(Collectors.toSet());
        List<Entry> all = repository.files(
                commit, List.of(), name -> files.names().parse(name).isPresent());
        Set<String> left = all.stream()
                .filter(entry -> names.contains(entry.name()))
                .map(Entry::folder)
                .filter(folder -> !Files.isDirectory(repository.workTree().resolve(folder)))
                .collect(Collectors.toSet());
        return all.stream().filter(entry -> left.contains(entry.folder())).toList();
    }
}
