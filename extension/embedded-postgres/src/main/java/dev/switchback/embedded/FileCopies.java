package dev.switchback.embedded;

import dev.switchback.embedded.Manifest.Content;
import dev.switchback.threads.DaemonThreads;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * Copies of files by all processors, in threads of their own. A parallel stream has none: who waits for one is given other work of
 * the same pool meanwhile, and in JUnit's that is another test, which then wants what the waiting one holds.
 */
final class FileCopies {

    private final Path folder;
    private final Path copy;
    private final Account owner;
    private final AtomicReference<IOException> failure = new AtomicReference<>();

    FileCopies(Path folder, Path copy, Account owner) {
        this.folder = folder;
        this.copy = copy;
        this.owner = owner;
    }

    /** Copies all, or tells the first failure when the others have ended: nothing is written after it. */
    void run(Map<String, Content> files) throws IOException {
        Queue<Map.Entry<String, Content>> rest = new ConcurrentLinkedQueue<>(files.entrySet());
        List<CompletableFuture<Void>> others = Stream.generate(
                        () -> CompletableFuture.runAsync(() -> copyAll(rest), DaemonThreads.named("switchback-copies")))
                .limit(Runtime.getRuntime().availableProcessors() - 1)
                .toList();
        copyAll(rest);
        others.forEach(CompletableFuture::join);
        if (failure.get() != null) {
            throw failure.get();
        }
    }

    private void copyAll(Queue<Map.Entry<String, Content>> rest) {
        for (var file = rest.poll(); file != null && failure.get() == null; file = rest.poll()) {
            String name = file.getKey();
            try {
                Manifest.copy(folder.resolve(name), copy.resolve(name), file.getValue(), owner);
            } catch (IOException e) {
                failure.compareAndSet(null, e);
            }
        }
    }
}
