package dev.switchback.postgresql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the keys in the definition of an index or of an exclusion constraint. */
final class KeyList {

    private static final Pattern START = Pattern.compile("^(?:\"(?:[^\"]|\"\")*\"|[^\"(])*? USING \\S+ \\(");
    private static final Pattern PIECE = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|(?s:.)");

    private KeyList() {}

    /** The keys as the server writes them; none if the text is no such definition. */
    static List<String> of(String definition) {
        List<String> keys = new ArrayList<>();
        Matcher start = START.matcher(definition);
        if (!start.find()) {
            return keys;
        }
        StringBuilder key = new StringBuilder();
        int depth = 0;
        Matcher piece = PIECE.matcher(definition);
        for (int at = start.end(); piece.find(at); at = piece.end()) {
            String text = piece.group();
            if (depth == 0 && (text.equals(",") || text.equals(")"))) {
                keys.add(key.toString().strip());
                key.setLength(0);
                if (text.equals(")")) {
                    return keys;
                }
                continue;
            }
            depth += text.equals("(") || text.equals("[") ? 1 : text.equals(")") || text.equals("]") ? -1 : 0;
            key.append(text);
        }
        return keys;
    }
}
