package dev.switchback.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that belongs to this JVM. Beside it is a file that the JVM holds a lock on: the operating system gives it back
 * when the JVM ends, however it ends, and the next one takes the folder and removes it.
 */
final class OwnedFolder implements AutoCloseable {

    private static final String LOCK = ".lock";

    /**
     * Begins the names of this JVM's folders. It must leave their locks alone: POSIX gives up all locks of a process on a
     * file when the process closes any channel on it.
     */
    private static final String OWN = ProcessHandle.current().pid() + "-"
            + ProcessHandle.current()
                    .info()
                    .startInstant()
                    .orElse(Instant.EPOCH)
                    .toEpochMilli() + "-";

    private final Path path;
    private final FileChannel lock;

    private OwnedFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static OwnedFolder create(Path parent) throws IOException {
        while (true) {
            String name = OWN + "%08x".formatted(ThreadLocalRandom.current().nextInt());
            Path file = parent.resolve(name + LOCK);
            FileChannel lock = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            // Between creation and lock, another JVM may have taken the file for an orphan's.
            if (lock.tryLock() != null && Files.exists(file)) {
                OwnedFolder folder = new OwnedFolder(parent.resolve(name), lock);
                try {
                    OpenFolders.create(folder.path);
                    return folder;
                } catch (IOException e) {
                    folder.close();
                    throw e;
                }
            }
            lock.close();
        }
    }

    /** The folders of JVMs that are dead. They belong to the caller now. */
    static List<OwnedFolder> orphans(Path parent) throws IOException {
        List<OwnedFolder> orphans = new ArrayList<>();
        try (Stream<Path> files = Files.list(parent)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = file.getFileName().toString();
                if (name.endsWith(LOCK) && !name.startsWith(OWN)) {
                    FileChannel lock = lock(file);
                    if (lock != null) {
                        String folder = name.substring(0, name.length() - LOCK.length());
                        orphans.add(new OwnedFolder(parent.resolve(folder), lock));
                    }
                }
            }
        }
        return orphans;
    }

    private static @Nullable FileChannel lock(Path file) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (IOException e) {
            // Another JVM has just removed it, or it is another user's.
            return null;
        }
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return null;
        }
        return channel;
    }

    Path path() {
        return path;
    }

    /** Gives the folder up as it is: whoever comes next may take it. */
    void leave() {
        try {
            lock.close();
        } catch (IOException givenUpAnyway) {
            // The lock ends with the JVM.
        }
    }

    /** Removes the folder with all that is in it. */
    @Override
    public void close() throws IOException {
        Trees.delete(path);
        Path file = path.resolveSibling(path.getFileName() + LOCK);
        if (path.getFileSystem().getSeparator().equals("\\")) {
            // Windows does not delete an open file.
            lock.close();
        }
        Files.deleteIfExists(file);
        lock.close();
    }
}
