package dev.switchback.lint;

import dev.switchback.migration.script.ScriptParts;
import dev.switchback.migration.script.ScriptParts.Kind;
import dev.switchback.migration.script.ScriptParts.Part;
import dev.switchback.text.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment in a script that allows what a rule finds: {@code -- migration-lint: allow <rule> <reason>}. Directly above a
 * statement, or beside or within it, it holds for that statement; above an empty line it holds for the file.
 *
 * @param text the comment as it stands
 * @param line its line, counted from 1
 * @param sign the words before the colon, in small letters
 * @param verb the word after the colon
 * @param rest the words behind that
 * @param statement a line of the statement that it holds for; 0 for the file
 */
record LintMarker(String text, int line, String sign, String verb, String rest, int statement) {

    static final String ALLOW = "allow";
    static final String ALLOW_DESTRUCTIVE = "allow-destructive-upgrade";

    /** The sign as it is to be written. */
    static final String SIGN = "migration-lint";

    private static final Pattern COMMENT = Pattern.compile(
            "(?:--|/\\*)[-*\\s]*(?<sign>\\w+[-_ ]?\\w*)\\s*(?<colon>:?)\\s*(?<verb>[\\w-]*)\\s*(?<rest>.*?)(?:\\*/)?",
            Pattern.DOTALL);
    private static final Pattern MAY_SPEAK = Pattern.compile("lint|allow", Pattern.CASE_INSENSITIVE);
    private static final int NEAR = 3;

    /** The markers of a script, in their order. */
    static List<LintMarker> in(String script) {
        List<LintMarker> markers = new ArrayList<>();
        if (MAY_SPEAK.matcher(script).find()) {
            addIn(script, 1, script.lines().toList(), markers);
        }
        return markers;
    }

    /** Takes the markers of a script, or of a body in it that begins on a line. */
    private static void addIn(String text, int first, List<String> lines, List<LintMarker> markers) {
        for (Part part : ScriptParts.of(text)) {
            String comment = text.substring(part.start(), part.end()).strip();
            int line = first
                    + (int) text.substring(0, part.start())
                            .chars()
                            .filter(letter -> letter == '\n')
                            .count();
            if (part.kind() == Kind.BODY && comment.startsWith("$")) {
                addIn(comment.substring(comment.indexOf('$', 1) + 1), line, lines, markers);
            } else if (part.kind() == Kind.LINE_COMMENT || part.kind() == Kind.BLOCK_COMMENT) {
                of(comment, line, lines).ifPresent(markers::add);
            }
        }
    }

    private static Optional<LintMarker> of(String comment, int line, List<String> lines) {
        Matcher words = COMMENT.matcher(comment);
        if (!words.matches()) {
            return Optional.empty();
        }
        String sign = words.group("sign").toLowerCase(Locale.ROOT).strip();
        boolean isMarker = sign.matches("migration[-_ ]?lint");
        boolean isMeant = !words.group("colon").isEmpty()
                && words.group("verb").toLowerCase(Locale.ROOT).startsWith(ALLOW)
                && NearestName.distance(sign, SIGN) <= NEAR;
        return isMarker || isMeant
                ? Optional.of(new LintMarker(
                        comment,
                        line,
                        isMarker ? SIGN : sign,
                        words.group("verb"),
                        words.group("rest").strip(),
                        statement(line, lines)))
                : Optional.empty();
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
