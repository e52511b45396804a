package dev.switchback.jupiter;

import dev.switchback.ExpectedFixtures;
import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.SeedSettings;
import dev.switchback.fixture.Seeded;
import dev.switchback.fixture.expected.ExpectedRows;
import dev.switchback.fixture.expected.RowsMismatch;
import java.lang.reflect.AnnotatedElement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/** The rows that the annotations around a test expect it to leave. */
record Expectations(List<Expectation> all) {

    private record Expectation(ExpectedRows rows, String what) {}

    /** What the nearest place says, read and checked. */
    static Expectations of(ExtensionContext context) {
        Map<ExpectedFixtures, AnnotatedElement> said = Layers.outermostFirst(context, ExpectedFixtures.class);
        List<Expectation> all = new ArrayList<>();
        if (!said.isEmpty()) {
            AnnotatedElement nearest = List.copyOf(said.values()).get(said.size() - 1);
            said.forEach((annotation, place) -> {
                if (place.equals(nearest)) {
                    all.add(expectation(annotation, place, context));
                }
            });
        }
        return new Expectations(List.copyOf(all));
    }

    private static Expectation expectation(
            ExpectedFixtures annotation, AnnotatedElement place, ExtensionContext context) {
        Fixtures fixtures = FixtureNames.read(annotation.value(), place, "@ExpectedFixtures", context);
        try {
            ExpectedRows rows = ExpectedRows.of(fixtures).without(Arrays.asList(annotation.ignore()));
            return new Expectation(
                    annotation.others() == ExpectedFixtures.Others.FAIL ? rows : rows.orMore(),
                    "those of " + String.join(", ", annotation.value()));
        } catch (FixtureException e) {
            throw Problems.at(place, "@ExpectedFixtures", String.valueOf(e.getMessage()));
        }
    }

    /** Compares; all that differs fails the test together. */
    void check(Lease lease, SeedSettings settings) {
        Seeded seeded = lease.seeded().orElseGet(() -> Seeded.none(settings));
        List<RowsMismatch> mismatches = all.stream()
                .flatMap(expectation ->
                        expectation
                                .rows()
                                .compare(lease.connection(), seeded, Clock.systemUTC(), expectation.what())
                                .stream())
                .toList();
        if (!mismatches.isEmpty()) {
            throw new AssertionFailedError(
                    joined(mismatches, RowsMismatch::message),
                    joined(mismatches, RowsMismatch::expected),
                    joined(mismatches, RowsMismatch::actual));
        }
    }

    private static String joined(List<RowsMismatch> mismatches, Function<RowsMismatch, String> part) {
        return mismatches.stream().map(part).collect(Collectors.joining("\n\n"));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }
}
