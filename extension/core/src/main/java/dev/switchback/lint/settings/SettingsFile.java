package dev.switchback.lint.settings;

import dev.switchback.lint.LintException;
import dev.switchback.lint.LintSettings;
import dev.switchback.lint.settings.YamlNode.Field;
import dev.switchback.migration.script.ScriptPath;
import dev.switchback.testfiles.TestFile;
import dev.switchback.testfiles.TestFileException;
import dev.switchback.text.NearestName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A file of settings, {@code switchback-lint.yaml}. */
public final class SettingsFile {

    /** The name under which it is found. */
    public static final String NAME = "switchback-lint.yaml";

    private static final String SCHEMA = "$schema";

    private SettingsFile() {}

    /** The file of a folder or, if it has none, of the nearest folder above it in the same git repository. */
    public static Optional<Path> near(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path file = at.resolve(NAME);
            if (Files.isRegularFile(file)) {
                return Optional.of(file);
            }
            if (Files.exists(at.resolve(".git"))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /**
     * The settings that a file has, on top of others.
     *
     * @throws LintException if it cannot be read or has something that is not known, with file, line and column
     */
    public static LintSettings read(Path file, LintSettings base) {
        String name = ScriptPath.readable(file.toAbsolutePath().toString());
        String text;
        try {
            text = TestFile.at(file)
                    .read()
                    .orElseThrow(() -> new LintException(
                            "There is no file %s with the settings of the lint. Write one, or name another."
                                    .formatted(file)));
        } catch (TestFileException e) {
            throw new LintException(String.valueOf(e.getMessage()), e);
        }
        return YamlFile.read(name, text).map(root -> apply(root, base)).orElse(base);
    }

    private static LintSettings apply(YamlNode root, LintSettings base) {
        if (root instanceof YamlNode.Scalar scalar && scalar.text().isEmpty()) {
            return base;
        }
        LintSettings settings = base;
        for (Field field : fields(root, "the file of settings")) {
            if (SettingsKeys.SECTIONS.contains(field.name())) {
                for (Field below : fields(field.value(), field.name())) {
                    settings = key(field.name() + "." + below.name(), below, settings);
                }
            } else if (!field.name().equals(SCHEMA)) {
                settings = key(field.name(), field, settings);
            }
        }
        return settings;
    }

    private static List<Field> fields(YamlNode node, String owner) {
        if (node instanceof YamlNode.Fields fields) {
            return fields.fields();
        }
        throw new LintException(
                "%s: %s has names with values, but here is %s.".formatted(node.place(), owner, node.describe()));
    }

    private static LintSettings key(String key, Field field, LintSettings settings) {
        SettingsKeys.Key known = SettingsKeys.ALL.get(key);
        if (known == null) {
            throw new LintException(field.place() + ": " + unknown(key, field.name()));
        }
        return placed(field.value().place(), settings, each -> known.apply(each, field.value()));
    }

    private static String unknown(String key, String name) {
        String section = key.substring(0, key.length() - name.length());
        Optional<String> elsewhere = SettingsKeys.ALL.keySet().stream()
                .filter(each -> each.substring(each.indexOf('.') + 1).equals(name))
                .findFirst();
        if (elsewhere.isPresent()) {
            int dot = elsewhere.get().indexOf('.');
            return "%s does not stand here. It stands %s."
                    .formatted(
                            name,
                            dot < 0
                                    ? "at the left, in no section"
                                    : "under '" + elsewhere.get().substring(0, dot) + "'");
        }
        List<String> here = Stream.concat(SettingsKeys.ALL.keySet().stream(), SettingsKeys.SECTIONS.stream())
                .filter(each -> section.isEmpty() ? each.indexOf('.') < 0 : each.startsWith(section))
                .map(each -> each.substring(section.length()))
                .toList();
        return "there is no setting %s%s.%s"
                .formatted(
                        name,
                        section.isEmpty() ? "" : " under '" + section.substring(0, section.length() - 1) + "'",
                        NearestName.questionOrList(name, here, ""));
    }

    /** Does a change, and puts the place before what is said against it. */
    static LintSettings placed(String place, LintSettings settings, UnaryOperator<LintSettings> change) {
        try {
            return change.apply(settings);
        } catch (LintException e) {
            String message = String.valueOf(e.getMessage());
            String file = place.substring(0, place.indexOf(':'));
            throw message.startsWith(file + ":") ? e : new LintException(place + ": " + message, e);
        }
    }
}
