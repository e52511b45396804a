package dev.switchback.postgresql;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A statement that runs another one from a text, which it puts together so that some characters stand nowhere in it. */
final class AssembledStatement {

    private AssembledStatement() {}

    static String of(String statement, String avoided) {
        if (avoided.isEmpty() || !statement.contains(avoided)) {
            return block(statement, quoted(statement));
        }
        String mark = IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> "~" + i + "~")
                .filter(candidate -> !statement.contains(candidate) && !avoided.contains(candidate))
                .findFirst()
                .orElseThrow();
        String characters = avoided.chars().mapToObj(c -> "chr(" + c + ")").collect(Collectors.joining(" || "));
        return block(
                statement,
                "replace(%s, '%s', %s)".formatted(quoted(statement.replace(avoided, mark)), mark, characters));
    }

    private static String block(String statement, String text) {
        String tag = tag("run", statement);
        return "DO %s BEGIN EXECUTE %s; END %s".formatted(tag, text, tag);
    }

    private static String quoted(String text) {
        String tag = tag("sql", text);
        return tag + text + tag;
    }

    private static String tag(String word, String text) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "$" + word + (i == 0 ? "" : String.valueOf(i)) + "$")
                .filter(candidate -> !text.contains(candidate))
                .findFirst()
                .orElseThrow();
    }
}
