package dev.switchback.cli;

import dev.switchback.lint.HistorySettings;
import dev.switchback.lint.files.MigrationFile;
import dev.switchback.lint.files.MigrationFiles;
import dev.switchback.lint.history.HistoryLint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;

/** The migrations and undos that a branch adds or changes, as Git knows them. */
record NewMigrations(List<MigrationFile> files) {

    static NewMigrations since(String revision, Configuration flyway, List<String> undo) {
        String[] locations = Stream.concat(Arrays.stream(flyway.getLocations()).map(Object::toString), undo.stream())
                .toArray(String[]::new);
        MigrationFiles all = MigrationFiles.of(
                Flyway.configure(flyway.getClassLoader()).configuration(flyway).locations(locations));
        HistorySettings history = HistorySettings.defaults().withMainBranch(revision);
        return new NewMigrations(
                HistoryLint.newFiles(all, history, System::getenv).files());
    }

    boolean isEmpty() {
        return files.isEmpty();
    }

    /** The oldest version of which a script is new; empty if only repeatable ones are. */
    Optional<String> firstVersion() {
        return files.stream()
                .flatMap(file -> file.version().stream())
                .min(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion);
    }
}
