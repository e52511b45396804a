package dev.switchback.lint;

import dev.switchback.lint.settings.SettingsFile;
import dev.switchback.migration.Severity;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * The settings of a lint. Immutable; equal if all settings are.
 *
 * <pre>{@code
 * LintSettings settings = LintSettings.defaults().without("trigger-added").withSeverity("column-dropped", Severity.NOTICE);
 * }</pre>
 */
public final class LintSettings {

    private final Map<String, Severity> severities;
    private final Set<String> switchedOff;
    private final Set<String> switchedOn;
    private final FileSettings files;
    private final HistorySettings history;
    private final LintScope scope;
    private final Optional<String> frozen;
    private final TableSettings tables;

    private LintSettings(
            Map<String, Severity> severities,
            Set<String> switchedOff,
            Set<String> switchedOn,
            FileSettings files,
            HistorySettings history,
            LintScope scope,
            Optional<String> frozen,
            TableSettings tables) {
        this.severities = Map.copyOf(severities);
        this.switchedOff = Set.copyOf(switchedOff);
        this.switchedOn = Set.copyOf(switchedOn);
        this.files = files;
        this.history = history;
        this.scope = scope;
        this.frozen = frozen;
        this.tables = tables;
    }

    /** All rules but the optional ones, with their own severities, for all migrations. */
    public static LintSettings defaults() {
        return new LintSettings(
                Map.of(),
                Set.of(),
                Set.of(),
                FileSettings.defaults(),
                HistorySettings.defaults(),
                LintScope.all(),
                Optional.empty(),
                TableSettings.defaults());
    }

    /**
     * The settings of the project: those of the file {@code switchback-lint.yaml} in the working directory or in the nearest
     * folder above it in the same git repository, or the defaults, if there is none.
     *
     * @throws LintException if the file cannot be read, or has something that is not known
     */
    public static LintSettings ofProject() {
        return ofProject(Path.of(""));
    }

    /**
     * The settings of a project as {@link #ofProject()} gives them, looked for from a folder on instead of the working directory.
     *
     * @throws LintException if the file cannot be read, or has something that is not known
     */
    public static LintSettings ofProject(Path folder) {
        return SettingsFile.near(folder).map(LintSettings::read).orElseGet(LintSettings::defaults);
    }

    /**
     * The settings of a file.
     *
     * @throws LintException if it cannot be read, or has something that is not known, with line and column
     */
    public static LintSettings read(Path file) {
        return SettingsFile.read(file, defaults());
    }

    /**
     * The same settings with another severity of a rule, whatever the circumstances. An optional rule is switched on by that.
     *
     * @throws LintException if there is no such rule
     */
    public LintSettings withSeverity(String rule, Severity severity) {
        Map<String, Severity> changed = new HashMap<>(severities);
        changed.put(LintRules.get(rule).id(), severity);
        return new LintSettings(changed, switchedOff, switchedOn, files, history, scope, frozen, tables).with(rule);
    }

    /**
     * The same settings with some optional rules, or with rules that were switched off.
     *
     * @throws LintException if there is no such rule
     */
    public LintSettings with(String... rules) {
        Set<String> on = new TreeSet<>(switchedOn);
        Set<String> off = new TreeSet<>(switchedOff);
        for (String rule : rules) {
            on.add(LintRules.get(rule).id());
            off.remove(rule);
        }
        return new LintSettings(severities, off, on, files, history, scope, frozen, tables);
    }

    /**
     * The same settings without some rules.
     *
     * @throws LintException if there is no such rule
     */
    public LintSettings without(String... rules) {
        Set<String> on = new TreeSet<>(switchedOn);
        Set<String> off = new TreeSet<>(switchedOff);
        for (String rule : rules) {
            off.add(LintRules.get(rule).id());
            on.remove(rule);
        }
        return new LintSettings(severities, off, on, files, history, scope, frozen, tables);
    }

    /** The same settings with what rules on files go by. */
    public LintSettings withFiles(FileSettings other) {
        return new LintSettings(severities, switchedOff, switchedOn, other, history, scope, frozen, tables);
    }

    /** The same settings with what rules on history go by. */
    public LintSettings withHistory(HistorySettings other) {
        return new LintSettings(severities, switchedOff, switchedOn, files, other, scope, frozen, tables);
    }

    /** The same settings for other migrations. */
    public LintSettings withScope(LintScope other) {
        return new LintSettings(severities, switchedOff, switchedOn, files, history, other, frozen, tables);
    }

    /**
     * The same settings, but for the findings that a file lists. With the JVM's property {@code switchback.frozen=update} the
     * file is made where it is missing, lines that are mended are taken out, and the findings of rules that are new to it
     * are put in. Where the environment variable {@code CI} is set, it is only read.
     *
     * @param file a path below {@code src/test/resources}: {@code lint.frozen}
     */
    public LintSettings frozenIn(String file) {
        return new LintSettings(severities, switchedOff, switchedOn, files, history, scope, Optional.of(file), tables);
    }

    /** The same settings with what is known of production's tables. */
    public LintSettings withTables(TableSettings other) {
        return new LintSettings(severities, switchedOff, switchedOn, files, history, scope, frozen, other);
    }

    /** Knowledge of production's tables. */
    public TableSettings tables() {
        return tables;
    }

    /** Settings of the rules on files. */
    public FileSettings files() {
        return files;
    }

    /** Settings of the rules on history. */
    public HistorySettings history() {
        return history;
    }

    /** Which migrations are judged. */
    public LintScope scope() {
        return scope;
    }

    /** The file of accepted findings, as {@link #frozenIn} names it. */
    public Optional<String> frozen() {
        return frozen;
    }

    /** Whether findings of a rule are wanted. */
    public boolean isOn(LintRule rule) {
        return !switchedOff.contains(rule.id()) && (!rule.isOptional() || switchedOn.contains(rule.id()));
    }

    /** The finding with the severity that these settings give it; empty if its rule is switched off. */
    @API(status = API.Status.INTERNAL)
    public Optional<LintFinding> weigh(LintFinding finding) {
        return isOn(finding.rule())
                ? Optional.of(
                        finding.with(severities.getOrDefault(finding.rule().id(), finding.severity())))
                : Optional.empty();
    }

    private List<Object> parts() {
        return List.of(severities, switchedOff, switchedOn, files, history, scope, frozen, tables);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LintSettings that && parts().equals(that.parts());
    }

    @Override
    public int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return "LintSettings[severities=%s, without=%s, with=%s, %s, %s, %s, %s%s]"
                .formatted(
                        new TreeMap<>(severities),
                        new TreeSet<>(switchedOff),
                        new TreeSet<>(switchedOn),
                        files,
                        history,
                        scope,
                        tables,
                        frozen.map(file -> ", frozen in " + file).orElse(""));
    }
}
