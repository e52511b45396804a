package dev.switchback.lint.files;

import dev.switchback.lint.LintFinding;
import dev.switchback.lint.files.MigrationFile.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.flywaydb.core.api.MigrationVersion;

/** Undos that are missing, and those that do nothing. */
final class Undos {

    private static final Pattern IRREVERSIBLE =
            Pattern.compile("^\\s*--\\s*switchback:\\s*irreversible\\b", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final MigrationNames names;
    private final Map<MigrationVersion, MigrationFile> undos = new HashMap<>();
    private final Map<MigrationVersion, MigrationFile> migrations = new HashMap<>();

    Undos(MigrationFiles all) {
        names = all.names();
        all.files().forEach(file -> file.version()
                .ifPresent(version -> (file.kind() == Kind.UNDO ? undos : migrations).putIfAbsent(version, file)));
    }

    /** Java migrations undo themselves, or have a class beside them. */
    List<LintFinding> missing(MigrationFile file) {
        if (file.kind() != Kind.VERSIONED || undos.containsKey(file.version().orElseThrow()) || isIrreversible(file)) {
            return List.of();
        }
        return List.of(LintFinding.of(FileRules.UNDO_MISSING, file.shown(), 0, "there is no undo beside it")
                .because(
                        "",
                        "Write %s or, if there is no way back, say so in the migration: -- switchback: irreversible <reason>"
                                .formatted(MigrationNames.UNDO
                                        + file.name()
                                                .substring(names.versioned().length()))));
    }

    /** An undo of a migration that does nothing has nothing to do either. */
    List<LintFinding> empty(MigrationFile file) {
        if (file.kind() != Kind.UNDO) {
            return List.of();
        }
        Optional<String> nothing = Nothing.in(file.text());
        Optional<MigrationFile> migration =
                Optional.ofNullable(migrations.get(file.version().orElseThrow()));
        if (nothing.isEmpty() || migration.filter(Undos::hasNothingToUndo).isPresent()) {
            return List.of();
        }
        return List.of(LintFinding.of(FileRules.UNDO_EMPTY, file.shown(), 0, nothing.get())
                .because(
                        "",
                        "It counts as a way back and is none: after it, %s is still in the database. Write what undoes it or, if there is no way back, delete this file and say so in the migration: -- switchback: irreversible <reason>"
                                .formatted(migration.map(MigrationFile::name).orElse("the migration"))));
    }

    private static boolean hasNothingToUndo(MigrationFile migration) {
        return isIrreversible(migration)
                || (migration.kind() == Kind.VERSIONED
                        && Nothing.in(migration.text()).isPresent());
    }

    private static boolean isIrreversible(MigrationFile file) {
        return file.text().toLowerCase(Locale.ROOT).contains("irreversible")
                && IRREVERSIBLE.matcher(file.text()).find();
    }
}
