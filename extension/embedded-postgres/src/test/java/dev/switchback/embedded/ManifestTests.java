package dev.switchback.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestTests {

    private static final int FILES = 200;

    private final Account account = Account.OWN;

    private final Path folder;
    private final Path original;

    ManifestTests(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.original = Files.createDirectories(folder.resolve("original"));
        for (int file = 0; file < FILES; file++) {
            Path part = Files.createDirectories(original.resolve("part-" + file % 7));
            Files.writeString(part.resolve("file-" + file), "content".repeat(file));
        }
    }

    @Test
    void aCopyHasTheSameManifest() throws IOException {
        Manifest manifest = Manifest.of(original);

        manifest.copy(original, folder.resolve("copy"), account);

        assertThat(Manifest.of(folder.resolve("copy"))).isEqualTo(manifest);
    }

    @Test
    void aFileThatIsNotAsItWasWrittenIsNamed() throws IOException {
        Manifest manifest = Manifest.of(original);
        Path damaged = original.resolve("part-3").resolve("file-3");
        Files.writeString(damaged, "other");

        assertThatThrownBy(() -> manifest.copy(original, folder.resolve("copy"), account))
                .hasMessage(damaged + " is not as it was written");
    }

    @Test
    void aFileThatIsGoneIsNamed() throws IOException {
        Manifest manifest = Manifest.of(original);
        Path gone = original.resolve("part-3").resolve("file-3");
        Files.delete(gone);

        assertThatThrownBy(() -> manifest.copy(original, folder.resolve("copy"), account))
                .hasMessage(gone + " is not as it was written");
    }

    /** As JUnit's pool does, whose other tests would run within a lock that the copying one holds. */
    @Test
    void aThreadOfAPoolIsGivenNoOtherWorkWhileItCopies() throws IOException {
        Manifest manifest = Manifest.of(original);
        ReentrantLock copying = new ReentrantLock();
        AtomicInteger within = new AtomicInteger();
        AtomicInteger copies = new AtomicInteger();
        Runnable test = () -> {
            if (copying.isHeldByCurrentThread()) {
                within.incrementAndGet();
            } else if (copying.tryLock()) {
                copy(manifest, folder.resolve("copy-" + copies.incrementAndGet()));
                copying.unlock();
            } else {
                LockSupport.parkNanos(1);
            }
        };
        ForkJoinPool pool = new ForkJoinPool(4);
        try {
            pool.invoke(forking(20, () -> forking(5_000, () -> ForkJoinTask.adapt(test))));
        } finally {
            pool.shutdownNow();
        }

        assertThat(copies).hasPositiveValue();
        assertThat(within).hasValue(0);
    }

    /** As a class does with its tests. */
    private static ForkJoinTask<?> forking(int count, Supplier<ForkJoinTask<?>> part) {
        return ForkJoinTask.adapt(
                () -> ForkJoinTask.invokeAll(Stream.generate(part).limit(count).toList()));
    }

    private void copy(Manifest manifest, Path copy) {
        try {
            manifest.copy(original, copy, account);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
