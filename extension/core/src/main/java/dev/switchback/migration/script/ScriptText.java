package dev.switchback.migration.script;

import dev.switchback.migration.script.ScriptParts.Kind;
import dev.switchback.migration.script.ScriptParts.Part;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The facts that a script's text gives without being parsed. */
public final class ScriptText {

    private static final Set<Kind> COMMENTS = EnumSet.of(Kind.LINE_COMMENT, Kind.BLOCK_COMMENT);
    private static final Set<Kind> NO_CODE =
            EnumSet.of(Kind.LINE_COMMENT, Kind.BLOCK_COMMENT, Kind.TEXT, Kind.BODY, Kind.ROWS);

    /** Behind these words a body or a text is run at once. */
    private static final Pattern RUNS_BODY =
            Pattern.compile("\\bdo\\s+(language\\s+\\w+\\s+)?\\z", Pattern.CASE_INSENSITIVE);

    private static final Pattern RUNS_TEXT =
            Pattern.compile("\\bexecute\\s+(format\\s*\\(\\s*)?\\z", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOTHING = Pattern.compile(
            "(\\s|;|select\\s+(1|null|true)\\s*(;|$)|begin\\s*;|commit\\s*;)*+", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMIT = statement("commit|end");
    private static final Pattern ROLLBACK = statement("rollback|abort");
    private static final Pattern MAY_ROLL_BACK = Pattern.compile("rollback|abort", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATOMIC = Pattern.compile("\\bbegin\\s+atomic\\b", Pattern.CASE_INSENSITIVE);

    private ScriptText() {}

    private static Pattern statement(String words) {
        return Pattern.compile(
                "(?:^|;)\\s*(?<word>" + words
                        + ")(?:\\s+work|\\s+transaction)?(?:\\s+and\\s+(?:no\\s+)?chain)?\\s*(?:;|\\z)",
                Pattern.CASE_INSENSITIVE);
    }

    /** Whether a script holds only comments and statements like {@code SELECT 1}. */
    public static boolean doesNothing(Script script) {
        return script instanceof Script.Sql
                && NOTHING.matcher(blanked(COMMENTS, script.text())).matches();
    }

    /** Whether the last statement of a script has no semicolon. */
    public static boolean endsWithinStatement(String text) {
        boolean isWithin = false;
        for (Part part : ScriptParts.of(text)) {
            String words = text.substring(part.start(), part.end()).strip();
            if (!COMMENTS.contains(part.kind()) && !words.isEmpty()) {
                isWithin = part.kind() != Kind.ROWS && !(part.kind() == Kind.CODE && words.endsWith(";"));
            }
        }
        return isWithin;
    }

    /** The line on which a script rolls its transaction back by itself. */
    public static Optional<Integer> lineOfRollback(String text) {
        return MAY_ROLL_BACK.matcher(text).find() ? line(ROLLBACK, "word", code(text)) : Optional.empty();
    }

    /** The line on which a script commits by itself, if one before the given line does. */
    public static Optional<Integer> lineOfCommitBefore(int line, String text) {
        String code = code(text);
        return ATOMIC.matcher(code).find()
                ? Optional.empty()
                : line(COMMIT, "word", code).filter(commit -> commit <= line);
    }

    /** The line on which a script changes a table's rows or drops it. */
    static Optional<Integer> lineOfChangeTo(String table, String text) {
        if (!text.contains(table)) {
            return Optional.empty();
        }
        Pattern change = Pattern.compile(
                "\\b(?<word>drop\\s+table|truncate(\\s+table)?|delete\\s+from|update|insert\\s+into)\\s+(if\\s+exists\\s+)?"
                        + "(only\\s+)?(\"?\\w+\"?\\.)?\"?" + Pattern.quote(table) + "\\b",
                Pattern.CASE_INSENSITIVE);
        return line(change, "word", run(text));
    }

    private static Optional<Integer> line(Pattern pattern, String group, String text) {
        Matcher found = pattern.matcher(text);
        return found.find()
                ? Optional.of(1
                        + (int) text.substring(0, found.start(group))
                                .chars()
                                .filter(c -> c == '\n')
                                .count())
                : Optional.empty();
    }

    /** A script's text with blanks in place of comments. */
    public static String withoutComments(String text) {
        return blanked(COMMENTS, text);
    }

    /** A script's text with blanks in place of comments, texts, bodies and rows. */
    public static String code(String text) {
        return blanked(NO_CODE, text);
    }

    /** The text with blanks in place of what matches, on the same lines. */
    private static String blanked(Set<Kind> kinds, String text) {
        StringBuilder code = new StringBuilder();
        for (Part part : ScriptParts.of(text)) {
            String words = text.substring(part.start(), part.end());
            code.append(kinds.contains(part.kind()) ? blank(words) : words);
        }
        return code.toString();
    }

    private static String blank(String words) {
        return words.replaceAll("[^\\n]", " ");
    }

    /** The parts that are run, on their lines, with blanks for the rest: the code, and bodies and texts within it that are run at once. */
    public static String run(String text) {
        StringBuilder code = new StringBuilder();
        for (Part part : ScriptParts.of(text)) {
            String words = text.substring(part.start(), part.end());
            if (isRun(part.kind(), code)) {
                int quotes = part.kind() == Kind.TEXT ? 1 : words.indexOf('$', 1) + 1;
                int end = Math.max(quotes, words.length() - quotes);
                code.append(blank(words.substring(0, quotes)))
                        .append(run(words.substring(quotes, end)))
                        .append(blank(words.substring(end)));
            } else {
                code.append(NO_CODE.contains(part.kind()) ? blank(words) : words);
            }
        }
        return code.toString();
    }

    private static boolean isRun(Kind kind, StringBuilder codeBefore) {
        return (kind == Kind.BODY && RUNS_BODY.matcher(codeBefore).find())
                || (kind == Kind.TEXT && RUNS_TEXT.matcher(codeBefore).find());
    }
}
