package dev.switchback.lint.files;

import static java.util.stream.Collectors.joining;

import dev.switchback.lint.LintCategory;
import dev.switchback.lint.LintFinding;
import dev.switchback.lint.files.MigrationFile.Kind;
import dev.switchback.migration.Severity;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The first comment of a migration, which says what it is for. */
final class Header {

    private static final Pattern FIELD = Pattern.compile("(?<name>\\p{L}[\\p{L} _-]*?)\\s*:(?!:)\\s*(?<value>.*)");
    private static final Pattern DECORATION =
            Pattern.compile("^\\s*(?:--+|/\\*+|\\*+(?!/))?[\\s#@*=-]*|\\s*\\*+/\\s*$");
    private static final Set<String> EMPTY = Set.of("", "-", "--", "?", "...", "todo", "tbd", "n/a", "xxx");
    private static final Set<String> HARMLESS = Set.of("none", "no", "low", "minimal", "negligible");
    private static final Set<LintCategory> RISKY =
            Set.of(LintCategory.LOCKS, LintCategory.DESTRUCTIVE, LintCategory.ROWS, LintCategory.COMPATIBILITY);

    private record Value(String text, int line) {}

    private Header() {}

    /** Only migrations of SQL have one; undos are documented by theirs. */
    static List<LintFinding> missing(MigrationFile file, List<String> fields) {
        if (file.kind() != Kind.VERSIONED && file.kind() != Kind.REPEATABLE) {
            return List.of();
        }
        Map<String, Value> said = in(file.text());
        List<String> missing = fields.stream()
                .filter(field -> isEmpty(said.get(field.toLowerCase(Locale.ROOT))))
                .toList();
        if (missing.isEmpty()) {
            return List.of();
        }
        return List.of(LintFinding.of(
                        FileRules.HEADER_MISSING,
                        file.shown(),
                        1,
                        "its header does not say " + String.join(", ", missing))
                .because(
                        "",
                        "Whoever runs it, or has to take it back, reads it there. Begin the file with:\n\n"
                                + missing.stream()
                                        .map(field -> "    -- " + capitalized(field) + ": ...")
                                        .collect(joining("\n"))));
    }

    private static boolean isEmpty(@Nullable Value value) {
        return value == null || EMPTY.contains(value.text().toLowerCase(Locale.ROOT));
    }

    private static String capitalized(String field) {
        return field.isEmpty() ? field : field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    }

    /** A migration that names its risk low, although a finding on what it does fails. */
    static List<LintFinding> risk(MigrationFile file, Collection<LintFinding> others) {
        Value risk = in(file.text()).get("risk");
        if (risk == null || !HARMLESS.contains(firstWord(risk.text()))) {
            return List.of();
        }
        List<LintFinding> against = others.stream()
                .filter(finding -> finding.severity() == Severity.FAIL
                        && RISKY.contains(finding.rule().category())
                        && nameOf(finding.file()).equals(file.name()))
                .toList();
        if (against.isEmpty()) {
            return List.of();
        }
        return List.of(LintFinding.of(
                        FileRules.HEADER_RISK,
                        file.shown(),
                        risk.line(),
                        "its header calls the risk '%s'".formatted(risk.text()))
                .because(
                        against.stream()
                                .map(LintFinding::problem)
                                .collect(joining("; ", "", "."))
                                .transform(Header::capitalized),
                        "Whoever runs it plans by its header. Say what it risks, or take the risk out."));
    }

    private static String firstWord(String text) {
        return text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", 2)[0];
    }

    private static String nameOf(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /** The fields of the comments before the first statement, in small letters. A value may begin on the next line. */
    private static Map<String, Value> in(String script) {
        Map<String, Value> fields = new LinkedHashMap<>();
        boolean inBlock = false;
        String open = "";
        int number = 0;
        for (String line : script.lines().toList()) {
            number++;
            String bare = line.strip();
            boolean begins = !inBlock && bare.startsWith("/*");
            if (!inBlock && !begins && !bare.isEmpty() && !bare.startsWith("--")) {
                break;
            }
            inBlock = (inBlock || begins) && !bare.endsWith("*/");
            String words = DECORATION.matcher(line).replaceAll("").strip();
            Matcher field = FIELD.matcher(words);
            if (field.matches()) {
                open = field.group("name").toLowerCase(Locale.ROOT);
                fields.putIfAbsent(open, new Value(field.group("value").strip(), number));
            } else if (!words.isEmpty() && !open.isEmpty()) {
                Value begun = fields.get(open);
                if (begun != null) {
                    fields.put(open, new Value((begun.text() + " " + words).strip(), begun.line()));
                }
            }
        }
        return fields;
    }
}
