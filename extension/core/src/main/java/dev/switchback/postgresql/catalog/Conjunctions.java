package dev.switchback.postgresql.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * The server's text of conditions, as it would print them after it has read them once. It keeps {@code a BETWEEN b AND c AND d}
 * as {@code ((a >= b) AND (a <= c)) AND d}, but reads that as three conditions in one row.
 */
final class Conjunctions {

    private final String text;
    private int at;

    private Conjunctions(String text) {
        this.text = text;
    }

    /** The text between two parentheses. */
    private record Group(String text, String operator) {}

    static String flat(String text) {
        if (!text.contains("((") || !(text.contains(" AND ") || text.contains(" OR "))) {
            return text;
        }
        Conjunctions conjunctions = new Conjunctions(text);
        String flat = conjunctions.group().text();
        return conjunctions.at == text.length() ? flat : text;
    }

    /** Reads to the parenthesis that closes, or to the end. */
    private Group group() {
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        String operator = "";
        String firstOperator = "";
        int firstEnd = -1;
        while (at < text.length() && text.charAt(at) != ')') {
            String next = operator();
            if (text.charAt(at) == '(') {
                at++;
                boolean isFirst = items.isEmpty() && item.isEmpty();
                Group inner = group();
                item.append('(').append(inner.text()).append(')');
                at = Math.min(at + 1, text.length());
                if (isFirst) {
                    firstOperator = inner.operator();
                    firstEnd = item.length();
                }
            } else if (next.isEmpty()) {
                copy(item);
            } else {
                operator = operator.isEmpty() || operator.equals(next) ? next : "mixed";
                items.add(item.toString());
                item.setLength(0);
                at += next.length();
            }
        }
        items.add(item.toString());
        String first = items.get(0);
        if (items.size() > 1 && operator.equals(firstOperator) && firstEnd == first.length()) {
            items.set(0, first.substring(1, first.length() - 1));
        }
        return new Group(String.join(operator, items), items.size() > 1 ? operator : "");
    }

    private String operator() {
        return text.startsWith(" AND ", at) ? " AND " : text.startsWith(" OR ", at) ? " OR " : "";
    }

    /** One character, or a whole quotation. */
    private void copy(StringBuilder item) {
        char first = text.charAt(at);
        int end = at + 1;
        if (first == '\'' || first == '"') {
            boolean escapes = first == '\'' && at > 0 && text.charAt(at - 1) == 'E';
            while (end < text.length() && text.charAt(end) != first) {
                end += escapes && text.charAt(end) == '\\' ? 2 : 1;
            }
            end = Math.min(end + 1, text.length());
        }
        item.append(text, at, end);
        at = end;
    }
}
