package dev.switchback.migration.roundtrip;

import dev.switchback.migration.MigrationStep;
import dev.switchback.threads.DaemonThreads;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a long history that are judged at the same time, each with databases of its own: no step needs another one's verdict.
 * Scripts that concern the whole server, as those of roles do, would meet there, and Java code may; then there is one part.
 */
final class ParallelParts {

    /** Below this, the way up to where a part begins costs more than is won. */
    private static final int SHORTEST_PART = 20;

    /** The share of the way up in the cost of judging a step. */
    private static final double WAY_UP = 1.0 / 7;

    private final Consumer<MigrationStep> listener;
    private @Nullable Throwable failure;

    private ParallelParts(Consumer<MigrationStep> listener) {
        this.listener = listener;
    }

    /** Judges its steps. */
    @FunctionalInterface
    interface Part {

        void run(Consumer<MigrationStep> listener);
    }

    /**
     * Divides steps.
     *
     * @param most how many parts there may be
     */
    static List<StepRange> of(RoundTripContext context, StepRange steps, int most) {
        int wanted = Math.max(1, Math.min(most, (steps.until() - steps.from()) / SHORTEST_PART));
        int count = wanted > 1 && !meet(context) ? wanted : 1;
        return IntStream.range(0, count)
                .mapToObj(part -> new StepRange(begin(part, count, steps), begin(part + 1, count, steps)))
                .toList();
    }

    /** Whether databases at the same time would have something in common. Reads all scripts. */
    private static boolean meet(RoundTripContext context) {
        return context.scripts()
                .concernServer(context.configuration(), context.dialect().scripts());
    }

    /** Where a part begins, so that all end at the same time: the later it begins, the longer is its way up to there. */
    static int begin(int part, int count, StepRange steps) {
        double before = Math.pow(1 - WAY_UP, part);
        double all = Math.pow(1 - WAY_UP, count);
        return (int)
                Math.round(steps.from() * before + (steps.until() - steps.from() * all) * (1 - before) / (1 - all));
    }

    /**
     * Runs all parts, the first of them on this thread, and returns when no part runs any more.
     *
     * @param listener is handed one step at a time, on the thread of its part
     */
    static void run(List<? extends Part> parts, Consumer<MigrationStep> listener) {
        new ParallelParts(listener).run(parts);
    }

    private void run(List<? extends Part> parts) {
        List<CompletableFuture<Void>> others = parts.stream()
                .skip(1)
                .map(part ->
                        CompletableFuture.runAsync(() -> run(part), DaemonThreads.named("switchback-round-trip-part")))
                .toList();
        parts.stream().limit(1).forEach(this::run);
        others.forEach(CompletableFuture::join);
        if (failure != null) {
            if (failure instanceof Error error) {
                throw error;
            }
            throw failure instanceof RuntimeException unchecked ? unchecked : new CompletionException(failure);
        }
    }

    private void run(Part part) {
        try {
            part.run(this::judged);
        } catch (RuntimeException | Error e) {
            stop(e);
        }
    }

    private synchronized void stop(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    private synchronized void judged(MigrationStep step) {
        if (failure != null) {
            throw new CancellationException("another part of the round trip broke off");
        }
        listener.accept(step);
    }
}
