package dev.switchback.migration.roundtrip;

import dev.switchback.migration.DraftFolder;
import dev.switchback.migration.MigrationStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Judges a long history in parts at the same time, each with databases of its own: no step needs another one's verdict. What
 * concerns the whole server, as roles do, would meet there, and Java code may; then there is one part.
 */
public final class ParallelRun {

    /** Below this, the way up to where a part begins costs more than is won. */
    private static final int SHORTEST_PART = 20;

    /** The share of the way up in the cost of judging a step. */
    private static final double WAY_UP = 1.0 / 7;

    private final List<StepsRun> parts = new ArrayList<>();
    private final Consumer<MigrationStep> listener;
    private @Nullable Throwable failure;

    /**
     * Prepares the parts.
     *
     * @param ranges what is judged, in order
     * @param most how many parts there may be
     * @param listener is handed one step at a time, on the thread of its part
     */
    public ParallelRun(
            RoundTripContext context,
            List<StepRange> ranges,
            int most,
            StepJudge judge,
            Optional<DraftFolder> drafts,
            Consumer<MigrationStep> listener,
            RepeatablesRun repeatables) {
        this.listener = listener;
        if (ranges.isEmpty()) {
            return;
        }
        int first = ranges.get(0).from();
        int end = ranges.get(0).until();
        int count = ranges.size() > 1
                        || context.scripts()
                                .concernServer(
                                        context.configuration(),
                                        context.dialect().scripts())
                ? 1
                : Math.max(1, Math.min(most, (end - first) / SHORTEST_PART));
        for (int part = 0; part < count; part++) {
            int from = begin(part, count, first, end);
            List<StepRange> own =
                    count == 1 ? ranges : List.of(new StepRange(from, begin(part + 1, count, first, end)));
            parts.add(
                    new StepsRun(context, failed -> failed >= first && failed < from, own, judge, drafts, repeatables));
        }
    }

    /** Where a part begins, so that all end at the same time: the later it begins, the longer is its way up to there. */
    static int begin(int part, int count, int first, int end) {
        double before = Math.pow(1 - WAY_UP, part);
        double all = Math.pow(1 - WAY_UP, count);
        return (int) Math.round(first * before + (end - first * all) * (1 - before) / (1 - all));
    }

    /** Runs all parts, the first of them on this thread, and returns when no part runs any more. */
    public void run() {
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        List<CompletableFuture<Void>> others = parts.stream()
                .skip(1)
                .map(part -> CompletableFuture.runAsync(() -> run(part), task -> start(task, classes)))
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

    private static void start(Runnable task, @Nullable ClassLoader classes) {
        Thread thread = new Thread(task, "switchback-round-trip-part");
        thread.setContextClassLoader(classes);
        thread.setDaemon(true);
        thread.start();
    }

    private void run(StepsRun part) {
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
