package dev.switchback.migration.script;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.Severity;
import dev.switchback.text.Indentation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.flywaydb.core.api.configuration.Configuration;

/** The findings about the files before any of them runs. */
public final class ScriptFindings {

    private ScriptFindings() {}

    public static String none(Configuration flyway, List<Finding> misnamed) {
        return misnamed.stream()
                .filter(finding -> finding.rule().equals("file-name"))
                .map(Finding::text)
                .collect(Collectors.joining("\n", none(flyway), ""))
                .strip();
    }

    private static String none(Configuration flyway) {
        return "No migrations found. Flyway looked for %s<version>%s<description>%s in:\n%s\nSet the locations: in JUnit with @TestDatabase(migrations = ...), on the command line with --locations."
                .formatted(
                        flyway.getSqlMigrationPrefix(),
                        flyway.getSqlMigrationSeparator(),
                        flyway.getSqlMigrationSuffixes()[0],
                        Arrays.stream(flyway.getLocations())
                                .map(location -> "  " + location.getDescriptor())
                                .collect(Collectors.joining("\n")))
                .concat("\n\n");
    }

    /** A file that looks like one that is run. */
    static Finding misnamed(Script file, String better) {
        String title = file.name() + ": a file that nothing runs";
        return new Finding(
                "file-name",
                Severity.FAIL,
                title,
                """
                %s

                  %s
                  It looks like a migration, an undo or a callback, but its name is not one. Call it %s,
                  or put it elsewhere.
                """
                        .formatted(title, file.location(), better));
    }

    /** A file with the configuration of a script that is not there. */
    static Finding loneConfiguration(Script file, Optional<String> meant) {
        String title = file.name() + ": a configuration without its script";
        return new Finding(
                "file-name",
                Severity.FAIL,
                title,
                """
                %s

                  %s
                  No script has its name without .conf, so Flyway never reads it. %s
                """
                        .formatted(
                                title,
                                file.location(),
                                meant.map(name -> "Call it " + name + ", or delete it.")
                                        .orElse("Give it its script's name, or delete it.")));
    }

    /** A file that Flyway gives to a shell. */
    static Finding shellScript(String name, String place) {
        String title = name + ": a migration that is run by a shell";
        return new Finding(
                "file-kind",
                Severity.FAIL,
                title,
                """
                %s

                  %s
                  Flyway takes it for a program, because its name does not end as SQL does. The round trip runs SQL and
                  Java only, and goes on without it: give it the right ending, or put it elsewhere.
                """
                        .formatted(title, place));
    }

    static Finding baselineNotRun(String name, String place) {
        return notice(
                "baseline-not-run",
                name + ": a baseline is not run",
                """
                %s
                Flyway takes it on an empty database in place of the migrations before it. These are there, and the round
                trip takes them."""
                        .formatted(place));
    }

    static Finding undoNotTried(Migration migration, Script undo, String reason) {
        return notice(
                "undo-not-tried",
                migration.title() + ": its undo is not tried",
                """
                %s
                The migration says that it has no way back: %s
                Take that line out and the undo is tried, or delete the undo."""
                        .formatted(undo.location(), reason));
    }

    public static Finding undoMissing(ScriptPair pair, Severity severity) {
        String title = pair.migration().title() + ": there is no undo";
        return new Finding(
                "undo-missing",
                severity,
                title,
                """
                %s

                  Nothing brings the schema back to where it was before %s.
                  Write %s beside it or, if there is no way back, say so in the migration:

                    -- switchback: irreversible <reason>
                """
                        .formatted(title, pair.migration().script(), pair.undoName()));
    }

    static Finding orphan(Script undo, Optional<Migration> meant) {
        String title = undo.name() + ": an undo without its migration";
        String advice = meant.map(migration -> "Did you mean %s, which has no undo? Then its version must be %s."
                        .formatted(migration.script(), migration.version()))
                .orElse("Give it its migration's version, or delete it.");
        return new Finding(
                "undo-orphan",
                Severity.FAIL,
                title,
                """
                %s

                  No migration has its version, so nothing ever runs it.
                  %s
                  %s
                """
                        .formatted(title, undo.location(), advice));
    }

    static Finding ambiguous(Migration migration, Script chosen, List<Script> undos) {
        String title = migration.title() + ": more than one undo";
        return new Finding(
                "undo-ambiguous",
                Severity.FAIL,
                title,
                """
                %s

                  These files undo the same version, and only %s was run:

                %s

                  Keep one.
                """
                        .formatted(
                                title,
                                chosen.name(),
                                undos.stream()
                                        .map(undo -> "    " + undo.location())
                                        .collect(Collectors.joining("\n"))));
    }

    static Finding misnamed(Migration migration, Script undo, Optional<Migration> meant) {
        String advice = meant.map(
                        other -> "Did you mean %s, which has no undo? Then its version must be %s; if not, rename it."
                                .formatted(other.script(), other.version()))
                .orElse("If it is meant for another migration, its version is wrong; if not, rename it.");
        return notice(
                "undo-name",
                migration.title() + ": the undo has another name",
                "%s has the migration's version, but not its description.\n%s".formatted(undo.name(), advice));
    }

    static Finding empty(Migration migration, Script script) {
        return notice(
                "migration-empty",
                migration.title() + ": the migration is empty",
                """
                %s
                Flyway counts it as applied all the same: what is written into it later does not run where it has been."""
                        .formatted(script.location()));
    }

    static Finding rollsBack(Migration migration, Script script, int line) {
        return notice(
                "own-rollback",
                migration.title() + ": " + script.name() + " rolls back by itself",
                """
                %s:%d
                ROLLBACK ends the transaction there: what the script did before is gone, and Flyway counts all of it as run.
                Leave the transaction to Flyway."""
                        .formatted(script.location(), line));
    }

    static Finding changesHistory(Migration migration, Script script, int line, String table) {
        return notice(
                "history-touched",
                migration.title() + ": " + script.name() + " changes Flyway's history",
                """
                %s:%d
                In %s Flyway keeps what is applied: it may now run migrations twice, or none.
                Leave that table to Flyway."""
                        .formatted(script.location(), line, table));
    }

    static Finding unknownMarker(Migration migration, Script script, ScriptMarkers.Unknown marker) {
        return marker(migration, script, marker.line(), marker.text(), marker.advice());
    }

    /** A marker in an undo that belongs in its migration. */
    static Finding misplacedMarker(Migration migration, Script undo, String place, String text) {
        String title = migration.title() + ": " + undo.name() + " says what only its migration can";
        return marker(title, place, text, "Write it into " + migration.script() + ".");
    }

    private static Finding marker(Migration migration, Script script, int line, String text, String advice) {
        String title = migration.title() + ": " + script.name() + " says something that is not known";
        return marker(title, script.location() + ":" + line, text, advice);
    }

    private static Finding marker(String title, String place, String text, String advice) {
        return new Finding(
                "marker-unknown",
                Severity.FAIL,
                title,
                """
                %s

                  %s
                  %s

                  %s
                """
                        .formatted(title, place, text, advice));
    }

    private static Finding notice(String rule, String title, String text) {
        return new Finding(rule, Severity.NOTICE, title, title + "\n\n" + Indentation.of(text, 2) + "\n");
    }
}
