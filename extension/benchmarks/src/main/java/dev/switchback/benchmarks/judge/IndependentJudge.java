package dev.switchback.benchmarks.judge;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges steps with {@code psql} and {@code pg_dump}. One database only goes forward; each step goes down and up again on
 * a copy of it. What two runs of the same scripts leave differently is nobody's fault, and not compared.
 */
final class IndependentJudge implements AutoCloseable {

    private final Server server;
    private final Database forward;
    private Dump before;

    IndependentJudge(Server server) throws IOException {
        this.server = server;
        this.forward = server.create();
        this.before = Dump.of(forward);
    }

    /** Judges the next step. If its migration fails, those after it are out of reach. */
    Opinion judge(Step step) throws IOException {
        try (Database untouched = server.copy(forward)) {
            Optional<String> failure = step.runUp(forward);
            if (failure.isPresent()) {
                return new Opinion(step.name(), EnumSet.of(Kind.UP_FAILS), failure.get());
            }
            Dump after = Dump.of(forward);
            Opinion opinion = step.undo().isEmpty()
                    ? new Opinion(step.name(), EnumSet.of(Kind.UNDO_MISSING), "")
                    : judge(step, untouched, after);
            before = after;
            return opinion;
        }
    }

    private Opinion judge(Step step, Database untouched, Dump after) throws IOException {
        Trip trip;
        try (Database copy = server.copy(forward)) {
            trip = Trip.on(copy, step, before);
        }
        if (trip.down().isEmpty()) {
            return new Opinion(
                    step.name(), EnumSet.of(Kind.UNDO_FAILS), trip.error().orElse(""));
        }
        List<Difference> left = Differences.between(before, trip.down().get());
        List<Difference> again = trip.again()
                .map(dump -> onlyGrave(Differences.between(after, dump)))
                .orElse(List.of());
        if (!left.isEmpty() || !again.isEmpty()) {
            step.runUp(untouched);
            Dump secondAfter = Dump.of(untouched);
            Trip second = Trip.on(untouched, step, before);
            left = Differences.without(left, byChance(trip.down(), second.down()));
            again = Differences.without(again, byChance(trip.again(), second.again()));
            again = Differences.without(again, Differences.between(after, secondAfter));
        }
        return opinion(step, trip, left, again);
    }

    private static List<Difference> byChance(Optional<Dump> one, Optional<Dump> other) {
        return one.isPresent() && other.isPresent() ? Differences.between(one.get(), other.get()) : List.of();
    }

    /** Leftovers that the undo may have, the migration may have, too. */
    private static List<Difference> onlyGrave(List<Difference> differences) {
        return differences.stream()
                .filter(difference -> difference.kind() == Kind.STRUCTURE || difference.kind() == Kind.ROWS)
                .toList();
    }

    private static Opinion opinion(Step step, Trip trip, List<Difference> left, List<Difference> again) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        left.forEach(difference -> kinds.add(difference.kind()));
        if (kinds.contains(Kind.STRUCTURE) && step.undoIsEmpty()) {
            kinds.add(Kind.EMPTY_UNDO);
        }
        if (trip.again().isEmpty()) {
            kinds.add(Kind.AGAIN_FAILS);
        } else if (!again.isEmpty()) {
            kinds.add(Kind.AGAIN_DIFFERS);
        }
        String reasons = Stream.of(
                        text("after the undo", left),
                        text("applied again", again),
                        trip.error().orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n"));
        return new Opinion(step.name(), kinds, reasons);
    }

    private static String text(String when, List<Difference> differences) {
        return differences.isEmpty()
                ? ""
                : when + ":\n" + differences.stream().map(Difference::toString).collect(Collectors.joining());
    }

    @Override
    public void close() {
        forward.close();
    }
}
