package dev.switchback.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.lang.System.Logger.Level;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One data directory with templates.
 *
 * @param info what is in it and where it is from
 * @param lastUsed the time of the file with that
 */
record StoredTemplates(Path path, Properties info, FileTime lastUsed) {

    private static final System.Logger LOG = System.getLogger(StoredTemplates.class.getName());
    private static final String INFO = "info";

    private static final int MOST = 8;
    private static final long MOST_BYTES = 1L << 30;
    private static final Duration LONGEST_UNUSED = Duration.ofDays(7);

    /** Empty if it is not whole. */
    static Optional<StoredTemplates> read(Path path) {
        Path file = path.resolve(INFO);
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties info = new Properties();
            info.load(reader);
            return Optional.of(new StoredTemplates(path, info, Files.getLastModifiedTime(file)));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static void write(Path path, TemplateStore store, Set<String> digests, boolean areAlone) throws IOException {
        Properties info = new Properties();
        info.setProperty("cluster", store.cluster());
        info.setProperty("settings", store.settings());
        info.setProperty("server", store.templates().server());
        info.setProperty("place", store.templates().place());
        info.setProperty("alone", Boolean.toString(areAlone));
        info.setProperty("templates", String.join(" ", new TreeSet<>(digests)));
        info.setProperty("bytes", Long.toString(size(path)));
        try (Writer writer = Files.newBufferedWriter(path.resolve(INFO))) {
            info.store(writer, null);
        }
    }

    private static long size(Path path) throws IOException {
        long size = 0;
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                size += Files.size(file);
            }
        }
        return size;
    }

    private String said(String name) {
        return info.getProperty(name, "");
    }

    boolean isOf(String cluster, String settings, String server) {
        return said("cluster").equals(cluster)
                && said("settings").equals(settings)
                && said("server").equals(server);
    }

    boolean isFrom(String place) {
        return said("place").equals(place);
    }

    private Set<String> templates() {
        return Set.of(said("templates").split(" "));
    }

    boolean has(String digest) {
        return templates().contains(digest);
    }

    boolean areAlone() {
        return Boolean.parseBoolean(said("alone"));
    }

    private long bytes() {
        String bytes = said("bytes");
        return bytes.matches("\\d{1,18}") ? Long.parseLong(bytes) : MOST_BYTES;
    }

    /** Says that it was of use, so that it is kept longer. */
    void touch() {
        try {
            Files.setLastModifiedTime(path.resolve(INFO), FileTime.from(Instant.now()));
        } catch (IOException readOnly) {
            // Then it goes when it is old, and is made again.
        }
    }

    /** The time in which nobody removes it. */
    record Use(Optional<FileChannel> lock, boolean isGranted) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            if (lock.isPresent()) {
                lock.get().close();
            }
        }
    }

    Use use() throws IOException {
        FileChannel channel = FileChannel.open(
                path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean isLocked = channel.tryLock(0, Long.MAX_VALUE, true) != null;
        return new Use(Optional.of(channel), isLocked);
    }

    /** Removes it, unless another JVM is copying it at the moment; what is half removed has no information any more. */
    void remove() {
        try (FileChannel channel =
                FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.tryLock() != null) {
                Files.deleteIfExists(path.resolve(INFO));
                Trees.delete(path);
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "Somebody else's to remove: " + path, e);
        }
    }

    /**
     * Removes what is too old or too much, and what the newest makes superfluous.
     *
     * @param all the last used first
     */
    static void tidy(List<StoredTemplates> all, Path newest) {
        Optional<StoredTemplates> added =
                all.stream().filter(stored -> stored.path.equals(newest)).findFirst();
        Instant oldest = Instant.now().minus(LONGEST_UNUSED);
        long bytes = 0;
        int count = 0;
        for (StoredTemplates stored : all) {
            bytes += stored.bytes();
            count++;
            if (count > MOST
                    || bytes > MOST_BYTES
                    || stored.lastUsed.toInstant().isBefore(oldest)
                    || added.filter(stored::isWithin).isPresent()) {
                stored.remove();
            }
        }
    }

    private boolean isWithin(StoredTemplates other) {
        return !path.equals(other.path)
                && other.isOf(said("cluster"), said("settings"), said("server"))
                && other.templates().containsAll(templates());
    }
}
