package dev.switchback.lint.history;

import dev.switchback.lint.HistorySettings;
import dev.switchback.lint.LintException;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.files.FileContent;
import dev.switchback.lint.files.MigrationFile;
import dev.switchback.lint.files.MigrationFiles;
import dev.switchback.lint.files.MigrationNames;
import dev.switchback.lint.history.ChangedMigrations.OldState;
import dev.switchback.lint.history.GitRepository.Branch;
import dev.switchback.lint.history.GitRepository.Entry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The files of today beside those of the main branch and of the merge base with it, while the repository is open. */
final class GitComparison {

    private final GitRepository repository;
    private final MigrationFiles files;
    private final MainBranch main;
    private final OldFiles old;
    private final List<Entry> atBase;

    private GitComparison(GitRepository repository, MigrationFiles files, MainBranch main, OldFiles old) {
        this.repository = repository;
        this.files = files;
        this.main = main;
        this.old = old;
        this.atBase = old.at(main.base());
    }

    /**
     * Compares, and closes the repository afterwards.
     *
     * @throws LintException if there is no repository, or nothing to compare with
     */
    static <T> T reading(
            MigrationFiles files,
            HistorySettings settings,
            UnaryOperator<@Nullable String> environment,
            Function<GitComparison, T> read) {
        List<Path> folders = files.folders();
        if (folders.isEmpty()) {
            throw new LintException(
                    "No folder of migrations was found, so git cannot be asked about them. Flyway's locations in no folder: %s."
                            .formatted(String.join(", ", files.unseen())));
        }
        try (GitRepository repository = GitRepository.around(folders.get(0))
                .orElseThrow(() -> new LintException(
                        "%s is in no git repository, so it cannot be told which migrations are new, and whether old ones were changed. Run where the project is checked out, not on a copy of its files."
                                .formatted(folders.get(0))))) {
            return read.apply(new GitComparison(
                    repository,
                    files,
                    MainBranch.of(repository, settings.mainBranch(), environment),
                    new OldFiles(repository, files)));
        }
    }

    private String since() {
        return "the merge base with %s (%s)"
                .formatted(main.name(), main.base().abbreviate(8).name());
    }

    List<LintFinding> findings(boolean outOfOrder, boolean missingAllowed, boolean otherBranches) {
        List<MigrationFile> versioned = files.versioned();
        OldState state = new OldState(
                since(),
                "Bring it back: git checkout %s -- %%s."
                        .formatted(main.base().abbreviate(8).name()),
                missingAllowed);
        List<LintFinding> findings = new ArrayList<>(new ChangedMigrations(versioned, state).of(oldMigrations()));
        NewVersions added = new NewVersions(files.names(), versioned, atBase);
        if (added.exist()) {
            findings.addAll(added.against(main.name(), old.at(main.tip()), outOfOrder));
            if (otherBranches) {
                otherBranches()
                        .forEach(branch -> findings.addAll(added.againstBranch(branch.name(), old.at(branch.tip()))));
            }
        }
        return findings;
    }

    /** The branches that are not merged, but for those of the same name as the checked-out one and as the main branch. */
    private Stream<Branch> otherBranches() {
        String own = repository.currentBranch().orElse("");
        return repository.branches().stream()
                .filter(branch -> !isCalled(branch, own) && !isCalled(branch, main.name()))
                .filter(branch ->
                        !repository.mergeBase(branch.tip(), main.head()).equals(Optional.of(branch.tip())));
    }

    private static boolean isCalled(Branch branch, String name) {
        return branch.name().equals(name) || branch.name().endsWith("/" + name) || name.endsWith("/" + branch.name());
    }

    private List<OldMigration> oldMigrations() {
        List<OldMigration> migrations = new ArrayList<>();
        for (Entry entry : atBase) {
            files.names()
                    .parse(entry.name())
                    .filter(MigrationNames.Parsed::runsOnce)
                    .ifPresent(parsed -> migrations.add(new OldMigration(
                            entry.name(),
                            parsed,
                            entry.path(),
                            content -> isSame(entry, content),
                            content -> OldMigration.firstChange(old(entry).text(), content.text()))));
        }
        return migrations;
    }

    private boolean isSame(Entry entry, FileContent content) {
        return GitRepository.id(content.bytes()).equals(entry.id())
                || old(entry).isSameAs(content);
    }

    private FileContent old(Entry entry) {
        return new FileContent(repository.content(entry), files.charset());
    }

    NewFiles newFiles() {
        Map<String, List<Entry>> known = new HashMap<>();
        atBase.forEach(entry ->
                known.computeIfAbsent(entry.name(), name -> new ArrayList<>()).add(entry));
        return new NewFiles(
                since(),
                files.files().stream()
                        .filter(file -> known.getOrDefault(file.name(), List.of()).stream()
                                .noneMatch(entry -> isSame(entry, file.content())))
                        .toList());
    }
}
