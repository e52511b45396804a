package dev.switchback.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The files of a folder with their sizes and checksums, by which damage is found while they are copied: a folder that is kept for days
 * meets full disks, tools that clean up, and machines that lose power.
 *
 * @param files by their paths within the folder
 */
record Manifest(Map<String, String> files) {

    private static final int BUFFER = 1 << 16;

    /** A file is not as it was written, or not there. */
    static final class DamagedException extends IOException {

        private static final long serialVersionUID = 1L;

        DamagedException(String message) {
            super(message);
        }
    }

    static Manifest of(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                try (InputStream content = Files.newInputStream(file)) {
                    files.put(name(folder, file), copy(content, OutputStream.nullOutputStream()));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Manifest(files);
    }

    static Manifest read(Path file) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            int end = line.indexOf('\t');
            if (end < 0) {
                throw new DamagedException(file + " is not whole");
            }
            files.put(line.substring(end + 1), line.substring(0, end));
        }
        return new Manifest(files);
    }

    void write(Path file) throws IOException {
        Files.writeString(
                file,
                files.entrySet().stream()
                        .map(entry -> entry.getValue() + "\t" + entry.getKey() + "\n")
                        .collect(Collectors.joining()));
    }

    /** Copies all files to a folder that becomes an account's; what is not as it was written is refused. */
    void copy(Path folder, Path copy, Account owner) throws IOException {
        Map<String, String> found = new TreeMap<>();
        Trees.copy(folder, copy, owner, (from, to) -> {
            try (InputStream content = Files.newInputStream(from);
                    OutputStream written =
                            Files.newOutputStream(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                found.put(name(folder, from), copy(content, written));
            }
        });
        if (!found.equals(files)) {
            throw new DamagedException(folder + " is not as it was written");
        }
    }

    /** @return size and checksum of what was copied */
    private static String copy(InputStream from, OutputStream to) throws IOException {
        CRC32C checksum = new CRC32C();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            checksum.update(buffer, 0, read);
            to.write(buffer, 0, read);
            size += read;
        }
        return "%d %08x".formatted(size, checksum.getValue());
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
