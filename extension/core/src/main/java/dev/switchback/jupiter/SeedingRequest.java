package dev.switchback.jupiter;

import dev.switchback.Reset;
import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.SeedSettings;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;

/**
 * The rows that the annotations around a test ask for; equal ones, on equal databases, share a template.
 *
 * @param parts in their order
 * @param fingerprint of the rows, where the nearest annotation says one
 */
record SeedingRequest(List<Part> parts, SeedSettings settings, Reset reset, Optional<FingerprintRequest> fingerprint) {

    /**
     * Rows that are inserted together.
     *
     * @param fixtures the same object for the same files in one session
     * @param at the version at which they are inserted; empty for the one that the test begins at
     */
    record Part(Fixtures fixtures, Optional<MigrationVersion> at) {}

    SeedingRequest {
        parts = List.copyOf(parts);
    }

    /** A fixed clock, set to the fixtures' {@code @now}. */
    Clock clock() {
        return Clock.fixed(settings.clock(), ZoneOffset.UTC);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** The rows of each version, the parts of one in their order. */
    static SortedMap<MigrationVersion, Fixtures> stages(List<Part> parts, MigrationVersion otherwise) {
        SortedMap<MigrationVersion, Fixtures> stages = new TreeMap<>();
        parts.forEach(part -> stages.merge(part.at().orElse(otherwise), part.fixtures(), Fixtures::and));
        return stages;
    }
}
