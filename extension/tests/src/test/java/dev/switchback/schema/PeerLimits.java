package dev.switchback.schema;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The pairs of schemas of which SQL does not make one of the other: indented below the reason for it. */
final class PeerLimits {

    private PeerLimits() {}

    static boolean contain(SchemaPair pair) {
        try (InputStream limits = Objects.requireNonNull(PeerLimits.class.getResourceAsStream("peer-limits.txt"))) {
            return new String(limits.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(" "))
                    .map(String::strip)
                    .anyMatch(pair.name()::equals);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
