package dev.switchback.statements;

import dev.switchback.migration.script.ScriptParts;
import dev.switchback.migration.script.ScriptParts.Kind;
import dev.switchback.migration.script.ScriptParts.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * The places of a statement where values come in: {@code ?} as JDBC has it, where {@code ??} is an operator's question mark, or
 * {@code $1} as servers have it. Question marks within quotes and comments are none.
 *
 * @param jdbc the statement with a {@code ?} at each place
 * @param order the number of the parameter that comes in at each place, counted from 1
 */
public record Placeholders(String jdbc, List<Integer> order) {

    private static final Pattern NUMBERED = Pattern.compile("(?<![\\w$])\\$(?<number>[1-9]\\d{0,4})(?!\\d)");
    private static final Pattern QUESTION_MARK = Pattern.compile("\\?\\??");

    @API(status = API.Status.INTERNAL)
    public Placeholders {
        order = List.copyOf(order);
    }

    static Placeholders of(String sql) {
        List<Part> parts = ScriptParts.of(sql);
        boolean isNumbered = parts.stream()
                .filter(part -> part.kind() == Kind.CODE)
                .anyMatch(part -> NUMBERED.matcher(code(sql, part)).find());
        StringBuilder jdbc = new StringBuilder();
        List<Integer> order = new ArrayList<>();
        for (Part part : parts) {
            String text = code(sql, part);
            if (part.kind() != Kind.CODE) {
                jdbc.append(text);
            } else if (isNumbered) {
                jdbc.append(numbered(text, order));
            } else {
                QUESTION_MARK
                        .matcher(text)
                        .results()
                        .filter(mark -> mark.group().length() == 1)
                        .forEach(mark -> order.add(order.size() + 1));
                jdbc.append(text);
            }
        }
        return new Placeholders(jdbc.toString(), order);
    }

    private static String code(String sql, Part part) {
        return sql.substring(part.start(), part.end());
    }

    private static String numbered(String code, List<Integer> order) {
        return NUMBERED.matcher(code.replace("?", "??")).replaceAll(place -> {
            order.add(Integer.parseInt(place.group().substring(1)));
            return Matcher.quoteReplacement("?");
        });
    }

    /** The number of parameters. */
    public int count() {
        return order.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** Whether a value comes in at several places. */
    public boolean repeat() {
        return new HashSet<>(order).size() < order.size();
    }
}
