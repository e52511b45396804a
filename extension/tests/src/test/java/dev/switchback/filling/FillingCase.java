package dev.switchback.filling;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A schema, and what becomes of it when it is filled.
 *
 * @param since the first version of PostgreSQL that has what it needs
 * @param exceptions the tables that are not filled with as many rows as they were to get, each as the report begins its line
 */
record FillingCase(String name, String sql, int since, List<RowHint> hints, List<String> exceptions) {

    static List<FillingCase> all() throws IOException {
        try (InputStream file = Objects.requireNonNull(FillingCase.class.getResourceAsStream("schemas.txt"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\\n\\n")).map(FillingCase::of).toList();
        }
    }

    private static FillingCase of(String block) {
        List<String> lines = block.strip().lines().toList();
        List<String> sql = new ArrayList<>();
        List<RowHint> hints = new ArrayList<>();
        List<String> exceptions = new ArrayList<>();
        int since = 14;
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("-> ")) {
                exceptions.add(line.substring(3));
            } else if (line.startsWith("hint ")) {
                hints.add(RowHint.of(line.substring(5), ""));
            } else if (line.startsWith("since ")) {
                since = Integer.parseInt(line.substring(6));
            } else {
                sql.add(line);
            }
        }
        return new FillingCase(lines.get(0).substring(2), String.join("\n", sql), since, hints, exceptions);
    }

    /** Lines of a report about the tables that did not get what they were to. */
    static List<String> exceptions(GeneratedRowsReport report) {
        return report.tables().stream()
                .filter(table -> table.rows() < table.wanted())
                .map(table ->
                        table.table() + " " + (table.isFilled() ? table.rows() + " of " + table.wanted() : "refused")
                                + ": " + table.reason())
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
