package dev.switchback.schema.compatibility;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * SQL before, SQL of a migration, and what breaks the previous version.
 *
 * @param breaches nothing where the migration is compatible
 */
record CompatibilityCase(String before, String migration, List<String> breaches) {

    static Stream<CompatibilityCase> all() throws IOException {
        try (InputStream cases = Objects.requireNonNull(CompatibilityCase.class.getResourceAsStream("cases.sql"))) {
            String text = new String(cases.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n\n"))
                    .map(String::strip)
                    .filter(block -> !block.startsWith("--") && !block.startsWith("#"))
                    .map(CompatibilityCase::of)
                    .toList()
                    .stream();
        }
    }

    private static CompatibilityCase of(String block) {
        List<String> lines = block.lines().toList();
        return new CompatibilityCase(
                lines.get(0),
                lines.get(1).substring("=> ".length()),
                lines.stream()
                        .skip(2)
                        .map(line -> line.substring("! ".length()))
                        .toList());
    }

    @Override
    public String toString() {
        return migration;
    }
}
