package dev.switchback.migration.script;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The facts that a script's text gives without being parsed. */
public final class ScriptText {

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern QUOTED =
            Pattern.compile(COMMENT.pattern() + "|'[^']*+'|\\$(\\w*)\\$.*?\\$\\1\\$", Pattern.DOTALL);
    private static final Pattern NOTHING = Pattern.compile(
            "(\\s|;|select\\s+(1|null|true)\\s*(;|$)|begin\\s*;|commit\\s*;)*+", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMIT = statement("commit|end");
    private static final Pattern ROLLBACK = statement("rollback|abort");
    private static final Pattern MAY_ROLL_BACK = Pattern.compile("rollback|abort", Pattern.CASE_INSENSITIVE);
    private static final Pattern ATOMIC = Pattern.compile("\\bbegin\\s+atomic\\b", Pattern.CASE_INSENSITIVE);

    /** Anywhere in the text, for what a string holds may be run, and to be wrong here costs nothing but time. */
    private static final Pattern WHOLE_SERVER = Pattern.compile(
            "\\b(create|alter|drop|comment\\s+on)\\s+(role|user(?!\\s+mapping)|group|tablespace|database|subscription|system)\\b"
                    + "|\\b(grant|revoke)\\b(?![^;]*\\son\\s)|\\bon\\s+(tablespace|database|parameter)\\b"
                    + "|\\b(drop|reassign)\\s+owned\\b|\\bcopy\\b[^;]*\\b(from|to)\\s+('|program\\b)"
                    + "|\\bdblink|\\bpg_(create|drop)\\w*_replication",
            Pattern.CASE_INSENSITIVE);

    private ScriptText() {}

    private static Pattern statement(String words) {
        return Pattern.compile(
                "(?:^|;)\\s*(?<word>" + words + ")(?:\\s+work|\\s+transaction)?\\s*(?:;|\\z)",
                Pattern.CASE_INSENSITIVE);
    }

    /** Whether a script holds only comments and statements like {@code SELECT 1}. */
    public static boolean doesNothing(Script script) {
        return script instanceof Script.Sql
                && NOTHING.matcher(COMMENT.matcher(script.text()).replaceAll(" "))
                        .matches();
    }

    /** Whether another database of the server may notice what a script does. */
    static boolean concernsServer(String text) {
        return WHOLE_SERVER.matcher(text).find();
    }

    /** The line on which a script rolls its transaction back by itself. */
    public static Optional<Integer> lineOfRollback(String text) {
        return MAY_ROLL_BACK.matcher(text).find() ? line(ROLLBACK, "word", blanked(QUOTED, text)) : Optional.empty();
    }

    /** The line on which a script commits by itself, if one before the given line does. */
    public static Optional<Integer> lineOfCommitBefore(int line, String text) {
        String code = blanked(QUOTED, text);
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
        return line(change, "word", blanked(COMMENT, text));
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

    /** The text with blanks in place of what matches, on the same lines. */
    private static String blanked(Pattern pattern, String text) {
        return pattern.matcher(text).replaceAll(match -> match.group().replaceAll("[^\\n]", " "));
    }
}
