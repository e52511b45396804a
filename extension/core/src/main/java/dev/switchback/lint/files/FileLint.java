package dev.switchback.lint.files;

import dev.switchback.lint.FileSettings;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.LintRule;
import dev.switchback.lint.LintSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.flywaydb.core.api.configuration.Configuration;

/** Judges the files of migrations by their names and texts. Needs no database. */
public final class FileLint {

    private final LintSettings settings;
    private final List<LintFinding> findings = new ArrayList<>();

    private FileLint(LintSettings settings) {
        this.settings = settings;
    }

    /**
     * The findings of the rules that are switched on, with their own severities.
     *
     * @param all all files, among which an undo finds its migration
     * @param judged those that are judged
     */
    public static List<LintFinding> of(
            MigrationFiles all, Collection<MigrationFile> judged, LintSettings settings, Configuration flyway) {
        FileLint lint = new FileLint(settings);
        lint.names(all, judged, settings.files());
        lint.undos(all, judged);
        lint.texts(judged, settings.files(), flyway);
        return List.copyOf(lint.findings);
    }

    private void names(MigrationFiles all, Collection<MigrationFile> judged, FileSettings files) {
        files.naming()
                .map(naming -> NamePattern.of(naming, all))
                .ifPresent(pattern -> each(FileRules.NAME_PATTERN, judged, pattern::check));
        each(FileRules.SNAKE_CASE, judged, Descriptions::snakeCase);
        Descriptions descriptions = new Descriptions(files.actions());
        each(FileRules.ACTION_FIRST, judged, descriptions::actionFirst);
    }

    private void undos(MigrationFiles all, Collection<MigrationFile> judged) {
        Undos undos = new Undos(all);
        each(FileRules.UNDO_MISSING, judged, undos::missing);
        each(FileRules.UNDO_EMPTY, judged, undos::empty);
    }

    private void texts(Collection<MigrationFile> judged, FileSettings files, Configuration flyway) {
        if (!files.header().isEmpty()) {
            each(FileRules.HEADER_MISSING, judged, file -> Header.missing(file, files.header()));
        }
        Credentials credentials = Credentials.of(flyway);
        each(FileRules.CREDENTIAL, judged, credentials::in);
        EnvironmentNames names = new EnvironmentNames(files.environmentNames());
        each(FileRules.ENVIRONMENT_NAME, judged, names::in);
        each(FileRules.REPEATABLE_ONLY, judged, file -> RepeatableStatements.in(file, files.repeatableOnly()));
    }

    private void each(
            LintRule rule, Collection<MigrationFile> judged, Function<MigrationFile, List<LintFinding>> check) {
        if (settings.isOn(rule)) {
            judged.forEach(file -> findings.addAll(check.apply(file)));
        }
    }

    /** The findings on headers that call a migration harmless although other findings fail. */
    public static List<LintFinding> risks(
            Collection<MigrationFile> judged, Collection<LintFinding> others, LintSettings settings) {
        return settings.isOn(FileRules.HEADER_RISK)
                        && settings.files().header().stream().anyMatch("risk"::equalsIgnoreCase)
                ? judged.stream()
                        .flatMap(file -> Header.risk(file, others).stream())
                        .toList()
                : List.of();
    }
}
