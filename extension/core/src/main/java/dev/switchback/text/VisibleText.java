package dev.switchback.text;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that nobody sees, in signs that everybody does. */
public final class VisibleText {

    private static final Pattern BLANK = Pattern.compile("[\\t\\p{Zs}]");
    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern UNSEEN = Pattern.compile("[\\r\\p{Cf}]");
    private static final Pattern END = Pattern.compile("[ ]+(?=\\n|$)");
    private static final Pattern HIDDEN = Pattern.compile("[\\t\\r\\n\\p{Cf}]|[\\p{Zs}&&[^ ]]");

    private VisibleText() {}

    /** Whether two texts that differ look the same. */
    public static boolean areAlike(String one, String other) {
        boolean tabs = one.indexOf('\t') >= 0 || other.indexOf('\t') >= 0;
        return !one.equals(other) && plain(one, tabs).equals(plain(other, tabs));
    }

    private static String plain(String text, boolean tabs) {
        String seen = BLANK.matcher(UNSEEN.matcher(text).replaceAll("")).replaceAll(" ");
        String even = tabs ? BLANKS.matcher(seen).replaceAll(" ") : seen;
        return END.matcher(even).replaceAll("").replaceFirst("\n+$", "");
    }

    /** The text with a sign for each character that is not seen: a backslash with a letter or a number, and a dot for a blank at the end of a line. */
    public static String of(String text) {
        String dotted = END.matcher(text)
                .replaceAll(blanks -> "\u00b7".repeat(blanks.group().length()));
        return HIDDEN.matcher(dotted)
                .replaceAll(
                        hidden -> Matcher.quoteReplacement(sign(hidden.group().charAt(0))));
    }

    private static String sign(char hidden) {
        return switch (hidden) {
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            case '\n' -> "\\n";
            default -> String.format("\\u%04x", (int) hidden);
        };
    }

    /** The lines that differ as they are or, where nobody would see the difference, with signs. */
    public static LineDiff.Hunk seen(LineDiff.Hunk hunk) {
        return areAlike(String.join("\n", hunk.removed()), String.join("\n", hunk.added()))
                ? new LineDiff.Hunk(hunk.line(), all(hunk.removed()), all(hunk.added()))
                : hunk;
    }

    private static List<String> all(List<String> lines) {
        return lines.stream().map(VisibleText::of).toList();
    }
}
