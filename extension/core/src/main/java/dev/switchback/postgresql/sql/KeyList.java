package dev.switchback.postgresql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the keys in the definition of an index or of a constraint that has one, and in what a person writes. */
final class KeyList {

    private static final Pattern START = Pattern.compile("^(?:\"(?:[^\"]|\"\")*\"|[^\"(])*? USING \\S+ \\("
            + "|^(?:PRIMARY KEY|UNIQUE(?: NULLS NOT DISTINCT)?) \\(");
    private static final Pattern PIECE = Pattern.compile("'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|(?s:.)");

    private KeyList() {}

    /** The keys as the server writes them; none if the text is no such definition. */
    static List<String> of(String definition) {
        Matcher start = START.matcher(definition);
        return start.find() ? upToTheParenthesis(definition, start.end()) : List.of();
    }

    /** The keys that are written, of which one text may hold several. */
    static List<String> written(List<String> texts) {
        return upToTheParenthesis(String.join(", ", texts) + ")", 0);
    }

    private static List<String> upToTheParenthesis(String list, int begin) {
        List<String> keys = new ArrayList<>();
        StringBuilder key = new StringBuilder();
        int depth = 0;
        Matcher piece = PIECE.matcher(list);
        for (int at = begin; piece.find(at); at = piece.end()) {
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
