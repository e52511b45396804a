package dev.switchback.schema.golden;

import java.util.ArrayList;
import java.util.List;

/**
 * One object in a golden text.
 *
 * @param title kind and name
 * @param line the line of its title, counted from 1
 * @param lines the lines below its title, without empty ones at the end
 */
record GoldenBlock(String title, int line, List<String> lines) {

    private static final String TITLE = "-- ";
    private static final String REMARK = "--   ";

    GoldenBlock {
        lines = List.copyOf(lines);
    }

    /** All but the lines in front of the first one. */
    static List<GoldenBlock> all(String text) {
        List<GoldenBlock> blocks = new ArrayList<>();
        QuoteState quotes = new QuoteState();
        List<String> lines = new ArrayList<>();
        String title = "";
        int line = 0;
        int start = 0;
        boolean afterBlank = false;
        for (String next : text.split("\n", -1)) {
            line++;
            boolean begins = afterBlank && !quotes.areOpen() && next.startsWith(TITLE) && !next.startsWith(REMARK);
            if (begins) {
                add(blocks, title, start, lines);
                title = next.substring(TITLE.length());
                start = line;
                lines.clear();
            } else {
                lines.add(next);
                quotes.read(next);
            }
            afterBlank = next.isEmpty();
        }
        add(blocks, title, start, lines);
        return List.copyOf(blocks);
    }

    /** A statement, or a remark, and the line at which it begins. */
    record Part(int line, String sql) {}

    /** The block's statements: each begins at the margin, and the lines inside one do not. */
    List<Part> statements() {
        List<Part> parts = new ArrayList<>();
        QuoteState quotes = new QuoteState();
        int start = 0;
        boolean atEnd = false;
        for (int i = 0; i < lines.size(); i++) {
            String next = lines.get(i);
            if (atEnd && !next.isEmpty() && !isContinuation(next)) {
                parts.add(part(start, i));
                start = i;
            }
            quotes.read(next);
            atEnd = !quotes.areOpen() && (next.endsWith(";") || next.startsWith(REMARK));
        }
        if (start < lines.size()) {
            parts.add(part(start, lines.size()));
        }
        return List.copyOf(parts);
    }

    /** The body of a routine may be statements, too, and a rule may hold several in parentheses. */
    private static boolean isContinuation(String line) {
        return Character.isWhitespace(line.charAt(0)) || line.startsWith("END") || line.startsWith(")");
    }

    private Part part(int from, int to) {
        return new Part(line + 1 + from, String.join("\n", lines.subList(from, to)));
    }

    private static void add(List<GoldenBlock> blocks, String title, int start, List<String> lines) {
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isEmpty()) {
            end--;
        }
        if (start > 0) {
            blocks.add(new GoldenBlock(title, start, lines.subList(0, end)));
        }
    }
}
