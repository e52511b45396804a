package dev.switchback.postgresql.ddl;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Finds the qualified names in the server's own text. */
final class NameReferences {

    private static final String OPERATOR = "+-*/<>=~!@#%^&|`?";

    private NameReferences() {}

    /** All that looks like one, as it is written: {@code public.orders}, {@code shop."KindOrder"}, {@code shop.|+|}. */
    static Set<String> in(Collection<String> statements) {
        Set<String> names = new LinkedHashSet<>();
        for (String sql : statements) {
            for (int dot = sql.indexOf('.'); dot >= 0; dot = sql.indexOf('.', dot + 1)) {
                int start = start(sql, dot);
                int end = end(sql, dot + 1);
                if (start < dot && end > dot + 1) {
                    names.add(sql.substring(start, end));
                }
            }
        }
        return names;
    }

    private static int start(String sql, int dot) {
        int start = dot;
        if (start > 0 && sql.charAt(start - 1) == '"') {
            int open = sql.lastIndexOf('"', start - 2);
            while (open > 0 && sql.charAt(open - 1) == '"') {
                open = sql.lastIndexOf('"', open - 2);
            }
            return Math.max(0, open);
        }
        while (start > 0 && isOfName(sql.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int end(String sql, int begin) {
        int end = begin;
        if (end < sql.length() && sql.charAt(end) == '"') {
            int close = sql.indexOf('"', end + 1);
            while (close > 0 && close + 1 < sql.length() && sql.charAt(close + 1) == '"') {
                close = sql.indexOf('"', close + 2);
            }
            return close < 0 ? begin : close + 1;
        }
        while (end < sql.length() && isOfName(sql.charAt(end))) {
            end++;
        }
        if (end == begin) {
            while (end < sql.length() && OPERATOR.indexOf(sql.charAt(end)) >= 0) {
                end++;
            }
        }
        return end;
    }

    private static boolean isOfName(char character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '$';
    }
}
