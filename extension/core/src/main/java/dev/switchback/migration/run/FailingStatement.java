package dev.switchback.migration.run;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement that the server refused.
 *
 * @param lines its text without the white space and the comments before it
 * @param lineOfError the line, counted from 0, on which the server found the error; 0 where it said nothing
 * @param column where on that line, counted from 0; -1 where the server said nothing
 */
record FailingStatement(List<String> lines, int lineOfError, int column) {

    /** Flyway counts the lines of a statement from where its words begin. */
    private static final Pattern BEFORE_IT = Pattern.compile("\\A(?:\\s|--[^\n]*\n|(?s:/\\*.*?\\*/))+");

    FailingStatement {
        lines = List.copyOf(lines);
    }

    /**
     * Finds the place of an error.
     *
     * @param position the character at which the error is, counted from 1; 0 if it is unknown
     */
    static FailingStatement of(String sql, int position) {
        Matcher before = BEFORE_IT.matcher(sql);
        int leading = before.find() ? before.end() : 0;
        List<String> lines = sql.substring(leading).stripTrailing().lines().toList();
        int left = position - 1 - leading;
        for (int line = 0; left >= 0 && line < lines.size(); line++) {
            if (left <= lines.get(line).length()) {
                return new FailingStatement(lines, line, left);
            }
            left -= lines.get(line).length() + 1;
        }
        return new FailingStatement(lines, 0, -1);
    }

    /** The statement, with a mark under the place of the error. */
    @Override
    public String toString() {
        List<String> text = new ArrayList<>(lines);
        if (column >= 0) {
            text.add(lineOfError + 1, " ".repeat(column) + "^");
        }
        return String.join("\n", text);
    }
}
