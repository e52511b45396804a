package dev.switchback.schema;

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

    /** The lines that differ, without what both values begin and end with. */
    static String difference(String before, String after) {
        List<String> from = before.lines().toList();
        List<String> to = after.lines().toList();
        int shorter = Math.min(from.size(), to.size());
        int start = 0;
        while (start < shorter && from.get(start).equals(to.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && from.get(from.size() - 1 - end).equals(to.get(to.size() - 1 - end))) {
            end++;
        }
        StringBuilder difference = new StringBuilder("from line " + (start + 1) + " on");
        from.subList(start, from.size() - end)
                .forEach(line -> difference.append(MARGIN).append("- ").append(line));
        to.subList(start, to.size() - end)
                .forEach(line -> difference.append(MARGIN).append("+ ").append(line));
        return difference.toString();
    }
}
