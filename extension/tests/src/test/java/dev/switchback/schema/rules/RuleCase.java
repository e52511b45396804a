package dev.switchback.schema.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A schema and what breaks one rule in it.
 *
 * @param violations what is wrong with an object and, behind {@code >}, what mends it, by turns
 */
record RuleCase(String rule, String sql, List<String> violations) {

    static Stream<RuleCase> all() throws IOException {
        try (InputStream cases = Objects.requireNonNull(RuleCase.class.getResourceAsStream("cases.sql"))) {
            return Arrays.stream(new String(cases.readAllBytes(), StandardCharsets.UTF_8).split("\n\n"))
                    .map(String::strip)
                    .filter(block -> !block.startsWith("--"))
                    .map(RuleCase::of)
                    .toList()
                    .stream();
        }
    }

    private static RuleCase of(String block) {
        List<String> lines = block.lines().toList();
        return new RuleCase(lines.get(0), lines.get(1), lines.stream().skip(2).toList());
    }

    @Override
    public String toString() {
        return rule + ": " + sql;
    }
}
