package dev.switchback.schema;

import static java.util.stream.Collectors.joining;

import dev.switchback.text.LineDiff;
import dev.switchback.text.VisibleText;
import java.util.List;

/** Values of more than one line, such as the body of a function. */
final class MultiLine {

    private static final String MARGIN = "\n        ";
    private static final int LONGEST = 160;

    private MultiLine() {}

    static boolean is(String value) {
        return value.indexOf('\n') >= 0;
    }

    /** The value on one line, cut where it becomes too long to read. */
    static String joined(String value) {
        String joined = is(value) ? value.strip().replaceAll("\\s+", " ") : value;
        return joined.length() <= LONGEST || !is(value) ? joined : joined.substring(0, LONGEST) + " ...";
    }

    /** The lines that differ, each run of them with the line of the first value at which it begins. */
    static String difference(String before, String after) {
        return LineDiff.between(lines(before), lines(after)).stream()
                .map(VisibleText::seen)
                .map(MultiLine::text)
                .collect(joining(MARGIN));
    }

    /** The lines with their ends, of which the last one may have none. */
    private static List<String> lines(String text) {
        return List.of(text.split("(?<=\n)"));
    }

    private static String text(LineDiff.Hunk hunk) {
        StringBuilder text = new StringBuilder("from line " + hunk.line() + " on");
        hunk.removed().forEach(line -> text.append(MARGIN).append("- ").append(withoutEnd(line)));
        hunk.added().forEach(line -> text.append(MARGIN).append("+ ").append(withoutEnd(line)));
        return text.toString();
    }

    private static String withoutEnd(String line) {
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }
}
