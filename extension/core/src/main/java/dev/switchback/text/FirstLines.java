package dev.switchback.text;

import java.util.List;

/** Long texts in messages: their first lines, and how many there are besides. */
public final class FirstLines {

    private static final int MOST = 12;

    private FirstLines() {}

    /** The text, if it has no more than twelve lines; else the first eleven, and {@code ... (30 lines more)}. */
    public static String of(String text) {
        List<String> lines = text.lines().toList();
        return lines.size() <= MOST
                ? text
                : String.join("\n", lines.subList(0, MOST - 1))
                        + "\n... (%d lines more)".formatted(lines.size() - MOST + 1);
    }
}
