package dev.switchback.text;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Characters that nobody sees, or that nobody can tell from others, in signs that everybody sees. */
public final class VisibleText {

    /** Letters that count as such and are drawn as nothing. */
    private static final String FILLERS = "\\u115f\\u1160\\u2800\\u3164\\uffa0";

    private static final String CONTROLS = "\\p{Cc}&&[^\\t\\n]";

    /** Joiners and selectors that change nothing that is seen. */
    private static final String MARKS = "\\u034f\\ufe00-\\ufe0f";

    private static final Pattern BLANK = Pattern.compile("[\\t\\p{Zs}" + FILLERS + "]");
    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}" + MARKS + "]|[" + CONTROLS + "]");
    private static final Pattern END = Pattern.compile("[ ]+(?=\\n|$)");

    /** Letters of Greek and Cyrillic, and hyphens, each with the one of ASCII below it that they look like. */
    private static final String ALIKE =
            "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf"
                    + "\u0405\u0406\u0408\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425"
                    + "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0455\u0456\u0458\u2010\u2011";

    private static final String ASCII = "ABEZHIKMNOPTYXo" + "SIJABEKMHOPCTX" + "aeopcyxsij--";

    private static final Pattern HIDDEN =
            Pattern.compile("[\\t\\r\\n\\p{Cf}\\p{Mn}" + FILLERS + ALIKE + "]|[\\p{Zs}&&[^ ]]|[" + CONTROLS + "]");

    private VisibleText() {}

    /** Whether two texts that differ look the same. */
    public static boolean areAlike(String one, String other) {
        boolean tabs = one.indexOf('\t') >= 0 || other.indexOf('\t') >= 0;
        return !one.equals(other) && plain(one, tabs).equals(plain(other, tabs));
    }

    private static String plain(String text, boolean tabs) {
        String composed = Normalizer.normalize(UNSEEN.matcher(text).replaceAll(""), Normalizer.Form.NFC);
        String seen = BLANK.matcher(inAscii(composed)).replaceAll(" ");
        String even = tabs ? BLANKS.matcher(seen).replaceAll(" ") : seen;
        return END.matcher(even).replaceAll("").replaceFirst("\n+$", "");
    }

    private static String inAscii(String text) {
        StringBuilder seen = new StringBuilder();
        text.chars().forEach(letter -> {
            int place = ALIKE.indexOf(letter);
            seen.append(place < 0 ? (char) letter : ASCII.charAt(place));
        });
        return seen.toString();
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
