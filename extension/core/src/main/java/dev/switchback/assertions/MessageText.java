package dev.switchback.assertions;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.SchemaDiff;
import java.util.ArrayList;
import java.util.List;

/** Lists and blocks in messages. */
final class MessageText {

    private static final int MOST = 10;

    private MessageText() {}

    static String indented(String text) {
        return text.strip().lines().map(line -> "  " + line).collect(joining("\n"));
    }

    /** The first lines, and how many there are beside. */
    static String list(List<String> lines) {
        String first = lines.stream().limit(MOST).map(line -> "  " + line).collect(joining("\n"));
        return lines.size() > MOST ? first + "\n  and %d more".formatted(lines.size() - MOST) : first;
    }

    /** The list of changes, as verdicts have it too. */
    static String changes(SchemaDiff diff, int indent) {
        return diff.isEmpty()
                ? " ".repeat(indent) + "no changes"
                : diff.toString().indent(indent).stripTrailing();
    }

    static List<String> without(List<String> all, List<String> some) {
        List<String> rest = new ArrayList<>(all);
        rest.removeAll(some);
        return rest;
    }
}
