package dev.switchback.lint;

import dev.switchback.migration.script.ScriptParts;
import dev.switchback.migration.script.ScriptParts.Kind;
import dev.switchback.migration.script.ScriptParts.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment in a script that allows what a rule finds: {@code -- migration-lint: allow <rule> <reason>}. Directly above a
 * statement, or beside or within it, it holds for that statement; above an empty line it holds for the file.
 *
 * @param text the comment as it stands
 * @param line its line, counted from 1
 * @param verb the word after the colon
 * @param rest the words behind that
 * @param statement a line of the statement that it holds for; 0 for the file
 */
record LintMarker(String text, int line, String verb, String rest, int statement) {

    static final String ALLOW = "allow";
    static final String ALLOW_DESTRUCTIVE = "allow-destructive-upgrade";

    private static final Pattern LINE = Pattern.compile(
            "--\\s*migration[-_ ]?lint\\s*:?\\s*(?<verb>[\\w-]*)\\s*(?<rest>.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** The markers of a script, in their order. */
    static List<LintMarker> in(String script) {
        List<LintMarker> markers = new ArrayList<>();
        if (!script.contains("lint")) {
            return markers;
        }
        List<String> lines = script.lines().toList();
        for (Part part : ScriptParts.of(script)) {
            if (part.kind() == Kind.LINE_COMMENT) {
                of(script, part, lines).ifPresent(markers::add);
            }
        }
        return markers;
    }

    private static Optional<LintMarker> of(String script, Part part, List<String> lines) {
        String comment = script.substring(part.start(), part.end()).strip();
        Matcher words = LINE.matcher(comment);
        if (!words.matches()) {
            return Optional.empty();
        }
        int line = 1
                + (int) script.substring(0, part.start())
                        .chars()
                        .filter(letter -> letter == '\n')
                        .count();
        return Optional.of(new LintMarker(
                comment, line, words.group("verb"), words.group("rest").strip(), statement(line, lines)));
    }

    private static int statement(int line, List<String> lines) {
        for (int at = line; at <= lines.size(); at++) {
            String text = lines.get(at - 1).strip();
            if (text.isEmpty()) {
                return 0;
            } else if (!text.startsWith("--")) {
                return at;
            }
        }
        return 0;
    }

    /** The rule that it names; empty if it allows whatever is destructive. */
    Optional<String> rule() {
        return verb.equals(ALLOW) ? Optional.of(rest.split("\\s+", 2)[0]) : Optional.empty();
    }

    String reason() {
        String[] words = rest.split("\\s+", 2);
        return verb.equals(ALLOW) ? (words.length > 1 ? words[1] : "") : rest;
    }
}
