package dev.switchback.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A file system in memory, as small as a test wants. Only root can mount one; where that does not work the test is skipped. */
public final class SmallDisk implements AutoCloseable {

    private static final int BLOCK = 4096;
    private static final int ATTEMPTS = 20;

    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    public static SmallDisk mount() throws IOException {
        Path path = Files.createTempDirectory("switchback-small-disk");
        String failure = run("mount", "-t", "tmpfs", "-o", "size=512m,mode=0711", "tmpfs", path.toString());
        if (!failure.isEmpty()) {
            Files.delete(path);
            Assumptions.abort("No small file system can be mounted here: " + failure);
        }
        return new SmallDisk(path);
    }

    /** @return what it says if it fails */
    private static String run(String... command) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return process.waitFor() == 0 ? "" : List.of(command) + ": " + output;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public Path path() {
        return path;
    }

    /** Makes it so small, or so large, that there is room for so much more than it has. */
    public void leave(long bytes) throws IOException {
        String failure = remount(bytes);
        // who writes at this moment may have more than was just counted
        for (int attempt = 1; attempt < ATTEMPTS && !failure.isEmpty(); attempt++) {
            failure = remount(bytes);
        }
        if (!failure.isEmpty()) {
            throw new IOException(failure);
        }
    }

    private String remount(long bytes) throws IOException {
        FileStore store = Files.getFileStore(path);
        long used = store.getTotalSpace() - store.getUnallocatedSpace();
        // a size of nothing would be no limit
        return run("mount", "-o", "remount,size=" + Math.max(BLOCK, used + bytes), path.toString());
    }

    @Override
    public void close() throws IOException {
        String failure = run("umount", path.toString());
        if (!failure.isEmpty()) {
            run("umount", "--lazy", path.toString());
        }
        Files.delete(path);
        if (!failure.isEmpty()) {
            throw new IOException(failure);
        }
    }
}
