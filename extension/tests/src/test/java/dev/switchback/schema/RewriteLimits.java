package dev.switchback.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The statements of the matrix whose effect no SQL takes back or repeats: indented below the reason for it. */
final class RewriteLimits {

    private RewriteLimits() {}

    static Set<String> statements() {
        try (InputStream limits =
                Objects.requireNonNull(RewriteLimits.class.getResourceAsStream("rewrite-limits.txt"))) {
            return new String(limits.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(" "))
                    .map(String::strip)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
