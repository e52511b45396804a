package dev.switchback.text;

import java.util.stream.Collectors;

/** Indentation of text in messages. */
public final class Indentation {

    private Indentation() {}

    /** The text with so many blanks before each line that is not empty. */
    public static String of(String text, int blanks) {
        return text.lines()
                .map(line -> line.isEmpty() ? line : " ".repeat(blanks) + line)
                .collect(Collectors.joining("\n"));
    }
}
