package dev.switchback.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The checks of scripts that are known to fail: {@code   rows inherit}, indented below the reason for it. */
final class RegressionLimits {

    private RegressionLimits() {}

    static Set<String> of(RegressionScript script) {
        try (InputStream limits =
                Objects.requireNonNull(RegressionLimits.class.getResourceAsStream("regression-limits.txt"))) {
            return new String(limits.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(" "))
                    .map(line -> line.strip().split(" "))
                    .filter(words ->
                            Arrays.asList(words).subList(1, words.length).contains(script.name()))
                    .map(words -> words[0])
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
