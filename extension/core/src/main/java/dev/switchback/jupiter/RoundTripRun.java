package dev.switchback.jupiter;

import dev.switchback.migration.Finding;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripResult;
import dev.switchback.threads.DaemonThreads;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** A round trip on a thread of its own, so that each step can be told as soon as it is judged. */
final class RoundTripRun implements StoreResource {

    private final RoundTrip roundTrip;
    private final RoundTripOutput output;
    private final Map<Migration, CompletableFuture<MigrationStep>> steps = new LinkedHashMap<>();
    private final CompletableFuture<List<Finding>> findings = new CompletableFuture<>();
    private final Thread thread = DaemonThreads.named("switchback-round-trip").newThread(this::run);
    private volatile boolean isCancelled;

    private RoundTripRun(RoundTrip roundTrip, RoundTripOutput output) {
        this.roundTrip = roundTrip;
        this.output = output;
        roundTrip.migrations().forEach(migration -> steps.put(migration, new CompletableFuture<>()));
    }

    /** Starts a run that hands its result to the report before the last waiting test learns of it. */
    static RoundTripRun start(RoundTrip roundTrip, RoundTripOutput output) {
        RoundTripRun run = new RoundTripRun(roundTrip, output);
        run.thread.start();
        return run;
    }

    List<Migration> migrations() {
        return List.copyOf(steps.keySet());
    }

    /** Waits until the migration is judged. */
    MigrationStep step(Migration migration) {
        return await(steps.getOrDefault(migration, new CompletableFuture<>()), migration.displayName() + " was judged");
    }

    /** Waits for the end and returns what concerns no single step. */
    List<Finding> findings() {
        return await(findings, "its end");
    }

    private void run() {
        try {
            RoundTripResult result = runWithProgress();
            result.steps().forEach(this::judged);
            output.report().accept(result);
            giveUp(new MigrationsException("there is no verdict on it"));
            findings.complete(result.findings());
        } catch (Throwable e) {
            giveUp(e);
            findings.completeExceptionally(e);
        }
    }

    private RoundTripResult runWithProgress() {
        try (Progress shown = output.progress().start(migrations())) {
            return roundTrip.run(step -> {
                shown.judged(step);
                judged(step);
            });
        }
    }

    private void judged(MigrationStep step) {
        if (isCancelled) {
            throw new CancellationException("nobody waits for the round trip any more");
        }
        CompletableFuture<MigrationStep> waiting = steps.get(step.migration());
        if (waiting != null) {
            waiting.complete(step);
        }
    }

    private void giveUp(Throwable cause) {
        steps.values().forEach(step -> step.completeExceptionally(cause));
    }

    private static <T> T await(CompletableFuture<T> future, String event) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new MigrationsException(
                    "The round trip broke off before " + event + ": " + cause.getMessage(), cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MigrationsException("Interrupted while the round trip was on its way to " + event, e);
        }
    }

    /** Ends after the step that is under way, whose databases would otherwise stay behind. */
    @Override
    public void close() {
        isCancelled = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
