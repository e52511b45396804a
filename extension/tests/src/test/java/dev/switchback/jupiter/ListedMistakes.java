package dev.switchback.jupiter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The list of mistakes, {@code mistakes.txt}: a mistake in the first line of a paragraph, indented below it the message or, after
 * {@code none:}, why there is none.
 */
final class ListedMistakes {

    static final String NONE = "none: ";

    private ListedMistakes() {}

    static Map<String, String> read() throws IOException {
        try (InputStream file = Objects.requireNonNull(
                ListedMistakes.class.getResourceAsStream("/dev/switchback/jupiter/mistakes.txt"))) {
            Map<String, String> mistakes = new LinkedHashMap<>();
            for (String paragraph : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n(?=\\S)")) {
                String[] parts = paragraph.strip().split("\n", 2);
                String message = parts.length == 1 ? "" : parts[1].replaceAll("(?m)^ {4}", "");
                if (mistakes.put(parts[0], message.strip()) != null) {
                    throw new IllegalStateException("listed twice: " + parts[0]);
                }
            }
            return mistakes;
        }
    }

    static String text(Map<String, String> mistakes) {
        StringBuilder text = new StringBuilder();
        mistakes.forEach((mistake, message) -> text.append(mistake)
                .append('\n')
                .append(message.strip().replaceAll("(?m)^(?=.)", "    "))
                .append("\n\n"));
        return text.toString();
    }
}
