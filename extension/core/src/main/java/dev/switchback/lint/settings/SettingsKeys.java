package dev.switchback.lint.settings;

import dev.switchback.lint.FileNaming;
import dev.switchback.lint.FileSettings;
import dev.switchback.lint.LintException;
import dev.switchback.lint.LintScope;
import dev.switchback.lint.LintSettings;
import dev.switchback.lint.RepeatableOnly;
import dev.switchback.text.NearestName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Keys of the settings file, and how each is read; a section's keys have its name before them: {@code files.naming}. */
final class SettingsKeys {

    private static final Map<String, FileNaming> NAMINGS = Map.of(
            "sequence", FileNaming.sequence(),
            "ticket-sequence", FileNaming.sequenceWithTicket(),
            "timestamp", FileNaming.timestamp());

    /** The keys, in the order in which the documentation has them. */
    static final Map<String, Key> ALL = keys();

    /** The sections, which hold keys and no value. */
    static final List<String> SECTIONS = List.of("files", "history", "tables");

    /** Changes settings as a value says. */
    interface Key {
        LintSettings apply(LintSettings settings, YamlNode value);
    }

    private SettingsKeys() {}

    private static Map<String, Key> keys() {
        Map<String, Key> keys = new LinkedHashMap<>();
        keys.put("rules", RuleSwitches::apply);
        keys.put("since", (settings, value) -> settings.withScope(scope(text(value, "since"))));
        keys.put("frozen", (settings, value) -> settings.frozenIn(text(value, "frozen")));
        keys.put(
                "files.naming",
                (settings, value) -> settings.withFiles(settings.files().withNaming(naming(text(value, "naming")))));
        keys.put("files.header", (settings, value) -> settings.withFiles(header(settings, value)));
        keys.put(
                "files.environment-names",
                (settings, value) ->
                        settings.withFiles(settings.files().withEnvironmentNames(texts(value, "environment-names"))));
        keys.put(
                "files.repeatable-only",
                (settings, value) -> settings.withFiles(settings.files().withRepeatableOnly(kinds(value))));
        keys.put(
                "files.actions",
                (settings, value) -> settings.withFiles(settings.files().withActions(texts(value, "actions"))));
        keys.put(
                "history.main",
                (settings, value) -> settings.withHistory(settings.history().withMainBranch(text(value, "main"))));
        keys.put(
                "history.released",
                (settings, value) -> settings.withHistory(settings.history().withReleased(text(value, "released"))));
        keys.put(
                "tables.hot",
                (settings, value) -> settings.withTables(settings.tables().withHot(texts(value, "hot"))));
        keys.put(
                "tables.row-counts",
                (settings, value) -> settings.withTables(settings.tables().withRowCounts(text(value, "row-counts"))));
        return keys;
    }

    private static LintScope scope(String since) {
        return switch (since) {
            case "all" -> LintScope.all();
            case "merge-base" -> LintScope.sinceMergeBase();
            default -> {
                if (!since.matches("\\d+(?:[._]\\d+)*")) {
                    throw new LintException("'%s' is neither all, merge-base nor a version.".formatted(since));
                }
                yield LintScope.since(since);
            }
        };
    }

    private static FileNaming naming(String form) {
        FileNaming known = NAMINGS.get(form);
        if (known != null) {
            return known;
        }
        if (form.matches("[a-z-]+")) {
            throw new LintException("'%s' is no form of names.%s"
                            .formatted(form, NearestName.questionOrList(form, NAMINGS.keySet(), ""))
                    + " Another form is a regular expression.");
        }
        return FileNaming.pattern(form);
    }

    private static FileSettings header(LintSettings settings, YamlNode value) {
        return value instanceof YamlNode.Scalar scalar && scalar.text().equals("true")
                ? settings.files().withHeader()
                : settings.files().withHeader(texts(value, "header"));
    }

    private static RepeatableOnly[] kinds(YamlNode value) {
        List<String> known = Stream.of(RepeatableOnly.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .toList();
        return Stream.of(texts(value, "repeatable-only"))
                .map(text -> {
                    if (!known.contains(text)) {
                        throw new LintException("'%s' is no kind of objects.%s"
                                .formatted(text, NearestName.questionOrList(text, known, "")));
                    }
                    return RepeatableOnly.valueOf(text.toUpperCase(Locale.ROOT));
                })
                .toArray(RepeatableOnly[]::new);
    }

    static String text(YamlNode value, String key) {
        if (value instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
            return scalar.text();
        }
        throw new LintException("%s has one value, but here is %s.".formatted(key, value.describe()));
    }

    static String[] texts(YamlNode value, String key) {
        if (value instanceof YamlNode.Items list) {
            return list.items().stream()
                    .map(item -> text(item, "an entry of " + key))
                    .toArray(String[]::new);
        }
        throw new LintException("%s has a list, such as [one, two], but here is %s.".formatted(key, value.describe()));
    }
}
