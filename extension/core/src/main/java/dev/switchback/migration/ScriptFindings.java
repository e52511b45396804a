package dev.switchback.migration;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.api.configuration.Configuration;

/** What can be wrong with the files before any of them runs. */
final class ScriptFindings {

    private ScriptFindings() {}

    static String none(Configuration flyway) {
        return "No migrations found. Flyway looked for %s<version>%s<description>%s in:\n%s\nSet the locations with @TestDatabase(migrations = ...)."
                .formatted(
                        flyway.getSqlMigrationPrefix(),
                        flyway.getSqlMigrationSeparator(),
                        flyway.getSqlMigrationSuffixes()[0],
                        Arrays.stream(flyway.getLocations())
                                .map(location -> "  " + location.getDescriptor())
                                .collect(Collectors.joining("\n")));
    }

    static Finding orphan(Script undo, Optional<Migration> meant) {
        String title = undo.name() + ": an undo without its migration";
        String advice = meant.map(migration -> "Rename it if it is meant for " + migration.script()
                        + ", which has no undo: its version must be " + migration.version() + ".")
                .orElse("Give it its migration's version, or delete it.");
        return new Finding(
                "undo-orphan",
                Reaction.FAIL,
                title,
                """
                %s

                  No migration has its version, so nothing ever runs it.
                  %s
                  %s
                """
                        .formatted(title, undo.location(), advice));
    }

    static Finding ambiguous(Migration migration, List<Script> undos) {
        String title = migration.title() + ": more than one undo";
        return new Finding(
                "undo-ambiguous",
                Reaction.FAIL,
                title,
                """
                %s

                  These files undo the same version, and only the first was run:

                %s

                  Keep one.
                """
                        .formatted(
                                title,
                                undos.stream()
                                        .map(undo -> "    " + undo.location())
                                        .collect(Collectors.joining("\n"))));
    }

    static Finding misnamed(Migration migration, Script undo) {
        String title = migration.title() + ": the undo has another name";
        return new Finding(
                "undo-name",
                Reaction.NOTICE,
                title,
                """
                %s

                  %s has the migration's version, but not its description.
                  If it is meant for another migration, its version is wrong; if not, rename it.
                """
                        .formatted(title, undo.name()));
    }
}
