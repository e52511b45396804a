package dev.switchback.report;

import java.util.regex.Pattern;

/** Passwords that scripts, definitions or addresses hold: a report goes where they must not. */
final class Secrets {

    private static final String HIDDEN = "***";

    /** {@code PASSWORD 'x'} of roles, and {@code password 'x'} among the options of a server or a user mapping. */
    private static final Pattern IN_SQL = Pattern.compile(
            "(?i)(password\\s*(?:=>?|:)?\\s*)(?:[eE]?'(?:[^'\\\\]|''|\\\\.)*'|\\$(\\w*)\\$.*?\\$\\2\\$)",
            Pattern.DOTALL);

    /** Of a connection string: {@code password=x}. */
    private static final Pattern IN_PARAMETERS = Pattern.compile("(?i)(password=)[^\\s&;,'\")\\]]+");

    /** Of an address: {@code postgresql://user:x@host}. */
    private static final Pattern IN_URL = Pattern.compile("(://[^\\s:/@'\"]+:)[^\\s@/'\"]+@");

    private Secrets() {}

    /** The text without passwords. */
    static String hidden(String text) {
        if (!text.contains("://") && !containsPassword(text)) {
            return text;
        }
        String sql = IN_SQL.matcher(text).replaceAll("$1'" + HIDDEN + "'");
        String parameters = IN_PARAMETERS.matcher(sql).replaceAll("$1" + HIDDEN);
        return IN_URL.matcher(parameters).replaceAll("$1" + HIDDEN + "@");
    }

    private static boolean containsPassword(String text) {
        String word = "password";
        for (int at = 0; at + word.length() <= text.length(); at++) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return true;
            }
        }
        return false;
    }
}
