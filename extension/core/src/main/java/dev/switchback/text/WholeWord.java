package dev.switchback.text;

import java.util.regex.Pattern;

/** A name as a word of its own in a text of SQL, be it in small or capital letters. */
public final class WholeWord {

    private WholeWord() {}

    /** Whether the text has the name, and not just as a part of another one. */
    public static boolean isIn(String text, String name) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}
