package dev.switchback.jupiter;

import dev.switchback.fixture.SeededKeys;
import dev.switchback.fixture.content.RowNames;
import java.util.List;
import java.util.Optional;

/** Names of seeded rows for messages; not cached because only messages need them. */
record SeededRowNames(SeededKeys keys) implements RowNames {

    @Override
    public Optional<String> label(String table, List<String> key) {
        return keys.labels(table).stream()
                .filter(label -> keys.key(table, label).values().stream()
                        .map(String::valueOf)
                        .toList()
                        .equals(key))
                .findFirst();
    }
}
