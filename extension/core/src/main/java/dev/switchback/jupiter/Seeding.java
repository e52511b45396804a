package dev.switchback.jupiter;

import dev.switchback.Reset;
import dev.switchback.SeededFixtures;
import dev.switchback.SwitchbackParameters;
import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.SeedSettings;
import java.lang.reflect.AnnotatedElement;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The rows that the annotations around a test ask for; equal ones, on equal databases, share a template.
 *
 * @param parts in their order
 * @param fingerprint what the nearest annotation says that the rows have; empty if it says nothing
 */
record Seeding(List<Part> parts, SeedSettings settings, Reset reset, String fingerprint) {

    /**
     * Rows that are inserted together.
     *
     * @param fixtures the same object for the same files in one session
     * @param at the version at which they are inserted; empty for the one that the test stands at
     */
    record Part(Fixtures fixtures, Optional<MigrationVersion> at) {}

    Seeding {
        parts = List.copyOf(parts);
    }

    /** What the context asks for, read and checked; nothing is seeded if there is no annotation. */
    static Seeding of(ExtensionContext context) {
        Map<SeededFixtures, AnnotatedElement> said = Layers.outermostFirst(context, SeededFixtures.class);
        Layers<SeededFixtures> layers = Layers.nearestFirst(said, context);
        List<Part> parts = new ArrayList<>();
        said.forEach((annotation, place) -> parts.add(part(annotation, place, context)));
        return new Seeding(
                parts,
                new SeedSettings(SeedClock.of(layers), seed(layers)),
                layers.choice("reset", SeededFixtures::reset, SwitchbackParameters.FIXTURES_RESET, Reset.ROWS),
                layers.layers().stream()
                        .findFirst()
                        .map(nearest -> nearest.annotation().fingerprint().strip())
                        .orElse(""));
    }

    /** Stands at the moment that the fixtures call now. */
    Clock clock() {
        return Clock.fixed(settings.clock(), ZoneOffset.UTC);
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** What is seeded at each version, the parts of one in their order. */
    static SortedMap<MigrationVersion, Fixtures> stages(List<Part> parts, MigrationVersion otherwise) {
        SortedMap<MigrationVersion, Fixtures> stages = new TreeMap<>();
        parts.forEach(part -> stages.merge(part.at().orElse(otherwise), part.fixtures(), Fixtures::and));
        return stages;
    }

    private static Part part(SeededFixtures annotation, AnnotatedElement place, ExtensionContext context) {
        Optional<MigrationVersion> version = Optional.of(annotation.at().strip())
                .filter(at -> !at.isEmpty())
                .map(at -> DatabaseSettings.version("@SeededFixtures(at)", at));
        version.ifPresent(at -> checkThatItIsReached(at, DatabaseSettings.of(context)));
        return new Part(FixtureNames.read(annotation.value(), place, "@SeededFixtures", context), version);
    }

    private static void checkThatItIsReached(MigrationVersion at, DatabaseSettings database) {
        if (at.compareTo(database.target()) > 0) {
            throw Problems.value(
                    "@SeededFixtures(at)",
                    at.getVersion(),
                    database.isEmpty()
                            ? "the test has a database without migrations; leave `at` out"
                            : "the test stands at %s, before it; leave `at` out, or raise the target"
                                    .formatted(database.target().getVersion()));
        }
    }

    private static long seed(Layers<SeededFixtures> said) {
        for (Layers.Layer<SeededFixtures> layer : said.layers()) {
            long[] values = layer.annotation().seed();
            if (values.length > 1) {
                throw layer.wrong("seed", values.length + " values; choose one");
            }
            if (values.length == 1) {
                return values[0];
            }
        }
        return said.parameter(SwitchbackParameters.FIXTURES_SEED)
                .map(Seeding::seed)
                .orElse(SeedSettings.DEFAULT.seed());
    }

    private static long seed(String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw Problems.value(
                    SwitchbackParameters.FIXTURES_SEED, value, "is no seed; write a whole number, such as 42");
        }
    }
}
