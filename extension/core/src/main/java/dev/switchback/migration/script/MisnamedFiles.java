package dev.switchback.migration.script;

import dev.switchback.text.NearestName;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.Configuration;

/** Tells files that look like migrations, undos or callbacks and are none, so that nothing ever runs them. */
final class MisnamedFiles {

    /** Programs, classes and data beside migrations, and files that were put aside. */
    private static final Set<String> OTHERS = Set.of(
            "bash",
            "bat",
            "cmd",
            "ps1",
            "py",
            "sh",
            "class",
            "java",
            "kt",
            "kts",
            "groovy",
            "scala",
            "csv",
            "tsv",
            "json",
            "xml",
            "yaml",
            "yml",
            "toml",
            "md",
            "adoc",
            "html",
            "bak",
            "old",
            "orig",
            "off",
            "png",
            "svg",
            "pdf",
            "disabled",
            "swp");

    /** Flyway's baseline migrations, which begin with B unless somebody sets another prefix. */
    private static final String BASELINE = "B";

    /** Words that other tools, and people, begin names with. */
    private static final Pattern UNDO_WORD =
            Pattern.compile("(?:undo|down|rollback|revert|UV)[\\s_.-]*(?=\\d)", Pattern.CASE_INSENSITIVE);

    private static final Pattern MIGRATION_WORD =
            Pattern.compile("(?:version|ver|migration)[\\s_.-]*(?=\\d)", Pattern.CASE_INSENSITIVE);

    private static final Pattern VERSION = Pattern.compile("\\d+(?:[._]\\d+)*");
    private static final Pattern GAP = Pattern.compile("[\\s_.-]+");
    private static final Pattern BASELINE_WITH_GAP = Pattern.compile("(?i)b\\s*(?:" + VERSION + ")?" + GAP);
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{Cf}\\p{Cc}]+");

    private final String versioned;
    private final String repeatable;
    private final String separator;
    private final List<String> suffixes;

    MisnamedFiles(Configuration configuration) {
        versioned = configuration.getSqlMigrationPrefix();
        repeatable = configuration.getRepeatableSqlMigrationPrefix();
        separator = configuration.getSqlMigrationSeparator();
        suffixes = Arrays.asList(configuration.getSqlMigrationSuffixes());
    }

    /** The right name of a file; empty if it has it, or looks like nothing that is run. */
    Optional<String> better(String name) {
        if (name.toLowerCase(Locale.ROOT).endsWith(ScriptPath.CONFIGURATION)) {
            String script = name.substring(0, name.length() - ScriptPath.CONFIGURATION.length());
            return better(script).map(right -> right + ScriptPath.CONFIGURATION);
        }
        Optional<String> suffix = ScriptName.suffix(name, suffixes);
        if (suffix.isPresent()) {
            String stem = name.substring(0, name.length() - suffix.get().length());
            return isScript(stem) || isCallback(stem)
                    ? Optional.empty()
                    : inOtherLetters(stem, suffix.get())
                            .or(() -> script(stem, suffix.get()))
                            .or(() -> callback(stem, suffix.get()));
        }
        return withAnotherSuffix(name);
    }

    /** Whether a name, with its suffix or without, is that of a migration or an undo. */
    boolean isScriptName(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return isScript(ScriptName.suffix(name, suffixes)
                .map(suffix -> name.substring(0, name.length() - suffix.length()))
                .orElse(name));
    }

    /** A name whose first letters look like others, or are not seen: no keyboard of a migration's author means them. */
    private Optional<String> inOtherLetters(String stem, String suffix) {
        String plain =
                UNSEEN.matcher(Normalizer.normalize(stem, Normalizer.Form.NFKC)).replaceFirst("");
        if (!plain.isEmpty() && plain.charAt(0) > 127 && Character.isLetter(plain.charAt(0))) {
            plain = versioned + plain.substring(1);
        }
        return !plain.equals(stem) && isScript(plain) ? Optional.of(plain + suffix) : Optional.empty();
    }

    /** A name that is one but for its end. */
    private Optional<String> withAnotherSuffix(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0 || suffixes.isEmpty()) {
            return Optional.empty();
        }
        String end = name.substring(dot);
        String stem = name.substring(0, dot);
        String right = suffixes.stream()
                .filter(suffix -> stem.regionMatches(true, stem.length() - suffix.length(), suffix, 0, suffix.length()))
                .findFirst()
                .or(() -> suffixes.stream()
                        .filter(suffix -> end.equalsIgnoreCase(".txt")
                                || NearestName.distance(suffix, end.toLowerCase(Locale.ROOT)) <= 2)
                        .findFirst())
                .orElse("");
        if (right.isEmpty() || OTHERS.contains(end.substring(1).toLowerCase(Locale.ROOT)) || end.endsWith("~")) {
            return Optional.empty();
        }
        String bare = ScriptName.suffix(stem, suffixes)
                .map(suffix -> stem.substring(0, stem.length() - suffix.length()))
                .orElse(stem);
        return isScript(bare) || isCallback(bare) ? Optional.of(bare + right) : script(bare, right);
    }

    private boolean isScript(String stem) {
        return isVersioned(stem, versioned)
                || isVersioned(stem, UndoScripts.PREFIX)
                || isRepeatable(stem)
                || (isVersioned(stem, BASELINE) && stem.contains(separator));
    }

    private boolean isVersioned(String stem, String prefix) {
        if (!stem.startsWith(prefix)) {
            return false;
        }
        String rest = stem.substring(prefix.length());
        int end = rest.indexOf(separator);
        String version = end < 0 ? rest : rest.substring(0, end);
        return VERSION.matcher(version).matches() && isVersion(version);
    }

    private static boolean isVersion(String text) {
        try {
            return MigrationVersion.fromVersion(text) != null;
        } catch (FlywayException notAVersion) {
            return false;
        }
    }

    private boolean isRepeatable(String stem) {
        return stem.startsWith(repeatable + separator) && stem.length() > (repeatable + separator).length();
    }

    private Optional<String> script(String stem, String suffix) {
        return versioned(stem, versioned, suffix)
                .or(() -> versioned(stem, UndoScripts.PREFIX, suffix))
                .or(() -> repeatable(stem, suffix))
                .or(() -> baseline(stem, suffix))
                .or(() -> withAWord(UNDO_WORD, UndoScripts.PREFIX, stem, suffix))
                .or(() -> withAWord(MIGRATION_WORD, versioned, stem, suffix))
                .or(() -> withoutPrefix(stem, suffix));
    }

    /** Only with a gap behind the version: many a word begins with this letter. */
    private Optional<String> baseline(String stem, String suffix) {
        return BASELINE_WITH_GAP.matcher(stem).lookingAt() ? versioned(stem, BASELINE, suffix) : Optional.empty();
    }

    private Optional<String> withAWord(Pattern word, String prefix, String stem, String suffix) {
        Matcher found = word.matcher(stem);
        return found.lookingAt()
                ? versioned(prefix + stem.substring(found.end()), prefix, suffix, true)
                : Optional.empty();
    }

    private Optional<String> versioned(String stem, String prefix, String suffix) {
        return versioned(stem, prefix, suffix, false);
    }

    /**
     * The right name of a script with a version.
     *
     * @param isChanged whether the stem is not that of the file any more, so that it may be right
     */
    private Optional<String> versioned(String stem, String prefix, String suffix, boolean isChanged) {
        if (prefix.isEmpty() || !stem.regionMatches(true, 0, prefix, 0, prefix.length())) {
            return Optional.empty();
        }
        if (stem.equals(prefix)) {
            return Optional.of(prefix + "<version>" + separator + "<description>" + suffix);
        }
        if (isChanged && isVersioned(stem, prefix)) {
            return Optional.of(stem + suffix);
        }
        String rest = withoutDots(stem.substring(prefix.length()));
        if (rest.startsWith(separator) && rest.length() > separator.length()) {
            return Optional.of(prefix + "<version>" + rest + suffix);
        }
        Matcher version = VERSION.matcher(rest.strip());
        if (rest.startsWith("_") || rest.startsWith(".") || !version.lookingAt() || !isVersion(version.group())) {
            return Optional.empty();
        }
        String description = rest.strip().substring(version.end());
        if (description.isEmpty()) {
            return Optional.of(prefix + version.group() + suffix);
        }
        return Optional.of(prefix + version.group() + separator + description(description) + suffix);
    }

    /** A version that begins with what should stand within it. */
    private String withoutDots(String rest) {
        Matcher dots = Pattern.compile("[._]+(?=" + VERSION + Pattern.quote(separator) + ")")
                .matcher(rest);
        return dots.lookingAt() ? rest.substring(dots.end()) : rest;
    }

    /** The name without what should have been the separator. */
    private String description(String rest) {
        if (rest.strip().startsWith(separator)) {
            return rest.strip().substring(separator.length());
        }
        Matcher gap = GAP.matcher(rest);
        return gap.lookingAt() ? rest.substring(gap.end()) : rest;
    }

    private Optional<String> repeatable(String stem, String suffix) {
        if (repeatable.isEmpty() || !stem.regionMatches(true, 0, repeatable, 0, repeatable.length())) {
            return Optional.empty();
        }
        if (stem.equals(repeatable)) {
            return Optional.of(repeatable + separator + "<description>" + suffix);
        }
        Matcher rest = Pattern.compile("[\\s_.-]*?\\d*[\\s_.-]*(?<=[\\s_.-])(?<name>\\S.*)?")
                .matcher(stem.substring(repeatable.length()));
        return rest.matches()
                ? Optional.of(repeatable
                        + separator
                        + (rest.group("name") == null ? "<description>" : rest.group("name"))
                        + suffix)
                : Optional.empty();
    }

    private Optional<String> withoutPrefix(String stem, String suffix) {
        Matcher version = VERSION.matcher(stem);
        if (!version.lookingAt() || !isVersion(version.group())) {
            return Optional.empty();
        }
        String rest = stem.substring(version.end());
        boolean isName = rest.isEmpty()
                || rest.startsWith(separator)
                || GAP.matcher(rest).lookingAt();
        return isName ? versioned(versioned + stem, versioned, suffix, true) : Optional.empty();
    }

    private boolean isCallback(String stem) {
        String event = event(stem);
        return events().stream().anyMatch(event::equalsIgnoreCase);
    }

    private String event(String stem) {
        int end = stem.indexOf(separator);
        return end < 0 ? stem : stem.substring(0, end);
    }

    /** A callback whose event is misspelt, or whose separator is. */
    private Optional<String> callback(String stem, String suffix) {
        String event = event(stem);
        return events().stream()
                .filter(id -> stem.regionMatches(true, 0, id, 0, id.length())
                        && GAP.matcher(stem).region(id.length(), stem.length()).lookingAt())
                .max(Comparator.comparingInt(String::length))
                .map(id -> id + separator + description(stem.substring(id.length())) + suffix)
                .or(() -> events().stream()
                        .filter(id -> id.startsWith("before") || id.startsWith("after"))
                        .filter(id -> NearestName.distance(id, event) <= 2)
                        .findFirst()
                        .map(id -> id + stem.substring(event.length()) + suffix));
    }

    private static List<String> events() {
        return Arrays.stream(Event.values()).map(Event::getId).toList();
    }
}
