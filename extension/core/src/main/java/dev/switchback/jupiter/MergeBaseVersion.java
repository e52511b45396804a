package dev.switchback.jupiter;

import dev.switchback.lint.LintException;
import dev.switchback.lint.LintSettings;
import dev.switchback.lint.files.MigrationFiles;
import dev.switchback.lint.history.HistoryLint;
import dev.switchback.lint.history.NewFiles;
import java.util.List;
import java.util.function.Supplier;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.opentest4j.TestAbortedException;

/** The newest version before the migrations that the main branch does not have. */
final class MergeBaseVersion {

    private static final String SETTING = "@PreviousVersion(from = \"merge-base\"): ";

    private MergeBaseVersion() {}

    /**
     * Asks git.
     *
     * @throws TestAbortedException if no migration is new, so that there is nothing to be survived
     */
    static MigrationVersion of(DatabaseSettings database, SwitchbackSession session) {
        Configuration flyway = database.flyway()
                .configuration(session.server(database.server()).product());
        MigrationFiles files = MigrationFiles.of(flyway);
        return before(files, added(files), () -> session.versions(database));
    }

    /** @param all the versions of all migrations, those of jars and classes among them */
    static MigrationVersion before(MigrationFiles files, NewFiles added, Supplier<List<MigrationVersion>> all) {
        MigrationVersion first = files.versioned().stream()
                .filter(file -> added.has(file.name()))
                .flatMap(file -> file.version().stream())
                .min(MigrationVersion::compareTo)
                .orElseThrow(
                        () -> new TestAbortedException(SETTING + "no migration is new since " + added.since() + "."));
        return all.get().stream()
                .filter(version -> version.compareTo(first) < 0)
                .max(MigrationVersion::compareTo)
                .orElseThrow(() -> new ExtensionConfigurationException(SETTING
                        + "all migrations are new since %s, so there is no older schema; name a version"
                                .formatted(added.since())));
    }

    private static NewFiles added(MigrationFiles files) {
        try {
            return HistoryLint.newFiles(files, LintSettings.ofProject().history(), System::getenv);
        } catch (LintException e) {
            throw new ExtensionConfigurationException(SETTING + e.getMessage(), e);
        }
    }
}
