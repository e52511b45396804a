package dev.switchback.lint;

import dev.switchback.lint.files.FileLint;
import dev.switchback.lint.files.MigrationFile;
import dev.switchback.lint.files.MigrationFiles;
import dev.switchback.lint.history.HistoryLint;
import dev.switchback.lint.history.NewFiles;
import dev.switchback.migration.Migration;
import dev.switchback.migration.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
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
    private final Map<String, List<LintFinding>> left;

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
        this.left = found.stream()
                .filter(finding -> !isRemark(finding))
                .collect(Collectors.groupingBy(
                        finding -> FilePaths.last(finding.file()), LinkedHashMap::new, Collectors.toList()));
    }

    /**
     * The findings on the file of a migration, which are then no longer among the rest; with one on its header, if that calls
     * harmless what other findings do not.
     *
     * @param seen the findings on what the migration does
     */
    Stream<LintFinding> take(String file, String text, List<LintFinding> seen) {
        List<LintFinding> own = left.remove(FilePaths.last(file));
        List<LintFinding> against = seen.stream()
                .filter(finding -> !Suppressions.isAllowed(finding, text))
                .toList();
        List<MigrationFile> itself = files.files().stream()
                .filter(each -> each.name().equals(FilePaths.last(file)))
                .toList();
        return Stream.concat(
                own == null ? Stream.of() : own.stream(),
                FileLint.risks(itself, against, settings).stream()
                        .flatMap(finding -> settings.weigh(finding).stream()));
    }

    /** The findings on files that were not taken, such as undos, but for those that the files themselves allow. */
    List<LintFinding> rest() {
        Map<String, String> texts = files.files().stream()
                .collect(Collectors.toMap(MigrationFile::name, MigrationFile::text, (one, other) -> one));
        return left.values().stream()
                .flatMap(List::stream)
                .filter(finding ->
                        !Suppressions.isAllowed(finding, texts.getOrDefault(FilePaths.last(finding.file()), "")))
                .toList();
    }

    /** That nothing can be compared with says nothing against a migration, unless a team wants that to fail. */
    private static boolean isRemark(LintFinding finding) {
        return finding.rule().id().equals("history-not-compared") && finding.severity() != Severity.FAIL;
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
