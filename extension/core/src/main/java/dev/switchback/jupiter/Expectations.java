package dev.switchback.jupiter;

import dev.switchback.fixture.Seeded;
import dev.switchback.fixture.expected.ExpectedRows;
import dev.switchback.fixture.expected.RowsMismatch;
import dev.switchback.fixture.expected.UnfinishedWrites;
import java.sql.Connection;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.opentest4j.AssertionFailedError;

/** The rows that the annotations around a test expect it to leave. */
record Expectations(List<Expectation> all) {

    static final Expectations NONE = new Expectations(List.of());

    /** Rows of the files of one annotation, and what a message calls them. */
    record Expectation(ExpectedRows rows, String what) {}

    Expectations {
        all = List.copyOf(all);
    }

    /** Compares; all that differs fails the test together. */
    void check(Connection connection, Seeded seeded) {
        UnfinishedWrites.refuse(connection);
        List<RowsMismatch> mismatches = all.stream()
                .flatMap(expectation ->
                        expectation.rows().compare(connection, seeded, Clock.systemUTC(), expectation.what()).stream())
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
