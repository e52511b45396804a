package dev.switchback.testcontainers;

import dev.switchback.provision.ProvisionException;
import dev.switchback.threads.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work that may hang, on a daemon thread of its own. */
final class Background {

    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final long begin = System.nanoTime();
    private final String name;

    private Background(String name) {
        this.name = name;
    }

    static Background run(String name, Runnable work) {
        Background background = new Background(name);
        DaemonThreads.named("switchback: " + name).execute(() -> background.complete(work));
        return background;
    }

    private void complete(Runnable work) {
        try {
            work.run();
            end.complete(null);
        } catch (Throwable e) {
            end.completeExceptionally(e);
        }
    }

    boolean failed() {
        return end.isCompletedExceptionally();
    }

    /**
     * Waits until the work is done, and no longer than {@code limit} after it began.
     *
     * @throws TimeoutException if it goes on
     * @throws ExecutionException if it failed
     */
    void await(Duration limit) throws TimeoutException, ExecutionException {
        try {
            long left = limit.toNanos() - (System.nanoTime() - begin);
            end.get(Math.max(left, 0), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProvisionException("Interrupted while waiting to " + name + ".", e);
        }
    }

    /** Once the work is done after all, undoes it. */
    void thenUndo(Runnable undo) {
        CompletableFuture<Void> unused = end.whenComplete((done, failure) -> undo.run());
    }
}
