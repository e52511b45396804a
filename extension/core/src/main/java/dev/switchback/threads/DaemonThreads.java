package dev.switchback.threads;

import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/**
 * Daemon threads of one name, a new one for each task: a build does not wait for them when it ends.
 *
 * <pre>{@code
 * CompletableFuture.runAsync(this::run, DaemonThreads.named("switchback-copies"));
 * }</pre>
 */
public record DaemonThreads(String name) implements ThreadFactory, Executor {

    public static DaemonThreads named(String name) {
        return new DaemonThreads(name);
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable task) {
        newThread(task).start();
    }
}
