package dev.switchback.lint.effect;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the lines of a script on which its statements begin, one after the other. Flyway hands out statements with placeholders
 * replaced and without their places.
 */
final class StatementLines {

    private static final Pattern BEFORE_IT = Pattern.compile("\\A(?:\\s|--[^\n]*(?:\n|\\z)|(?s:/\\*.*?\\*/))+");

    private final List<String> lines;
    private final String placeholder;
    private int next;

    /**
     * Begins at the first line.
     *
     * @param placeholder how placeholders begin
     */
    StatementLines(String script, String placeholder) {
        this.lines = script.lines().toList();
        this.placeholder = placeholder;
    }

    /** The line of the next statement, counted from 1; 0 if it is not found. */
    int of(String sql) {
        String words = BEFORE_IT.matcher(sql).replaceFirst("").strip();
        String first = words.lines().findFirst().orElse("").strip();
        for (int line = next; line < lines.size() && !first.isEmpty(); line++) {
            if (begins(lines.get(line), first)) {
                next = line + Math.max(0, (int) words.lines().count() - 1);
                return line + 1;
            }
        }
        return 0;
    }

    private boolean begins(String line, String statement) {
        int at = line.indexOf(placeholder);
        if (at < 0) {
            return line.contains(statement);
        }
        String fixed = line.substring(0, at).stripLeading();
        return !fixed.isEmpty() && statement.startsWith(fixed);
    }
}
