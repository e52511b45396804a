package dev.switchback.lint;

import dev.switchback.lint.files.FileLint;
import dev.switchback.lint.files.MigrationFile;
import dev.switchback.lint.files.MigrationFiles;
import dev.switchback.lint.history.HistoryLint;
import dev.switchback.lint.history.NewFiles;
import dev.switchback.migration.Migration;
import dev.switchback.migration.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** The part of a lint that needs no database: what is judged, and the findings on files and history. */
final class FilesAndHistory {

    private final MigrationFiles files;
    private final LintSettings settings;
    private final Optional<NewFiles> newFiles;
    private final List<LintFinding> found;

    /**
     * Reads the files.
     *
     * @param environment the variables of the process, {@code null} for one that is not set
     * @throws LintException if what is new is asked for and cannot be told
     */
    FilesAndHistory(Configuration flyway, LintSettings settings, UnaryOperator<@Nullable String> environment) {
        this.settings = settings;
        this.files = MigrationFiles.of(flyway);
        this.newFiles = settings.scope() instanceof LintScope.SinceMergeBase
                ? Optional.of(HistoryLint.newFiles(files, settings.history(), environment))
                : Optional.empty();
        this.found = Stream.concat(
                        FileLint.of(files, judgedFiles(), settings, flyway).stream(),
                        HistoryLint.of(files, settings, flyway, environment).stream())
                .flatMap(finding -> settings.weigh(finding).stream())
                .toList();
    }

    /** The findings of the rules that are switched on, as the settings weigh them. */
    List<LintFinding> findings() {
        return found.stream().filter(finding -> !isRemark(finding)).toList();
    }

    /** That nothing can be compared with says nothing against a migration, unless a team wants that to fail. */
    private static boolean isRemark(LintFinding finding) {
        return finding.rule().id().equals("history-not-compared") && finding.severity() != Severity.FAIL;
    }

    /** The findings on headers that call harmless what others do not. */
    List<LintFinding> risks(List<LintFinding> others) {
        return FileLint.risks(judgedFiles(), others, settings).stream()
                .flatMap(finding -> settings.weigh(finding).stream())
                .toList();
    }

    /** Whether a migration is to be judged. */
    boolean judges(Migration migration) {
        if (newFiles.isPresent()) {
            return newFiles.get().has(migration.script());
        }
        return !(settings.scope() instanceof LintScope.SinceVersion since)
                || migration.version().isEmpty()
                || isFrom(since, MigrationVersion.fromVersion(migration.version()));
    }

    /** Sentences on what was not looked at, and on what was compared. */
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        newFiles.ifPresent(
                found -> remarks.add("Only what is new or changed since %s was judged.".formatted(found.since())));
        if (!files.unseen().isEmpty()) {
            remarks.add("Rules on files and history did not see what is in no folder: %s."
                    .formatted(String.join(", ", files.unseen())));
        }
        found.stream()
                .filter(FilesAndHistory::isRemark)
                .forEach(finding -> remarks.add(
                        "Old migrations were not compared with those of the main branch. " + finding.reason()));
        return remarks;
    }

    private List<MigrationFile> judgedFiles() {
        if (newFiles.isPresent()) {
            return newFiles.get().files();
        }
        return settings.scope() instanceof LintScope.SinceVersion since
                ? files.files().stream()
                        .filter(file -> file.version()
                                .map(version -> isFrom(since, version))
                                .orElse(true))
                        .toList()
                : files.files();
    }

    private static boolean isFrom(LintScope.SinceVersion since, MigrationVersion version) {
        return version.compareTo(MigrationVersion.fromVersion(since.version())) >= 0;
    }
}
