package dev.switchback.schema.golden;

/** Knows, line by line, whether a quotation is open: inside one, nothing means what it seems to. */
final class QuoteState {

    private String open = "";

    /** Whether what was read so far ends inside a quotation. */
    boolean areOpen() {
        return !open.isEmpty();
    }

    void read(String line) {
        int at = 0;
        while (at < line.length()) {
            if (areOpen()) {
                int close = line.indexOf(open, at);
                if (close < 0) {
                    return;
                }
                at = close + open.length();
                open = "";
            } else if (line.startsWith("--", at)) {
                return;
            } else {
                open = opening(line, at);
                at += Math.max(1, open.length());
            }
        }
    }

    /** A doubled quote closes one quotation and opens the next, which comes to the same. */
    private static String opening(String line, int at) {
        char first = line.charAt(at);
        if (first == '\'' || first == '"') {
            return String.valueOf(first);
        }
        if (first != '$' || (at > 0 && Character.isJavaIdentifierPart(line.charAt(at - 1)))) {
            return "";
        }
        int end = at + 1;
        while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
            end++;
        }
        return end < line.length() && line.charAt(end) == '$' ? line.substring(at, end + 1) : "";
    }
}
