package dev.switchback.embedded;

import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The files of a folder with their sizes and checksums, by which damage is found while they are copied: a folder that is kept for days
 * meets full disks, tools that clean up, and machines that lose power.
 *
 * @param folders those within the folder, parents first
 * @param files by their paths within the folder
 */
record Manifest(List<String> folders, Map<String, Content> files) {

    private static final int BUFFER = 1 << 16;
    private static final String FOLDER = "folder";

    /**
     * Identifies the content of a file.
     *
     * @param size in bytes
     * @param checksum its CRC-32C
     */
    record Content(long size, int checksum) {

        static Content of(Path file) throws IOException {
            try (InputStream content = new FileInputStream(file.toFile())) {
                return copy(content, OutputStream.nullOutputStream(), BUFFER);
            }
        }

        static Content copy(InputStream from, OutputStream to, int buffer) throws IOException {
            CRC32C checksum = new CRC32C();
            byte[] bytes = new byte[buffer];
            long size = 0;
            for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                checksum.update(bytes, 0, read);
                to.write(bytes, 0, read);
                size += read;
            }
            return new Content(size, (int) checksum.getValue());
        }

        static Content parse(String text) {
            int end = text.indexOf(' ');
            return new Content(
                    Long.parseLong(text, 0, end, 10), Integer.parseUnsignedInt(text, end + 1, text.length(), 16));
        }

        /** One byte more, so that it shows where a file has grown. */
        int buffer() {
            return (int) Math.min(BUFFER, size + 1);
        }

        @Override
        public String toString() {
            return size + " " + Integer.toHexString(checksum);
        }
    }

    /** A file is not as it was written, or not there. */
    static final class DamagedException extends IOException {

        private static final long serialVersionUID = 1L;

        DamagedException(String message) {
            super(message);
        }
    }

    static Manifest of(Path folder) throws IOException {
        List<String> folders = new ArrayList<>();
        Map<String, Content> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : (Iterable<Path>) all.sorted()::iterator) {
                if (Files.isRegularFile(path)) {
                    files.put(name(folder, path), Content.of(path));
                } else if (Files.isDirectory(path) && !path.equals(folder)) {
                    folders.add(name(folder, path));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return new Manifest(folders, files);
    }

    static Manifest read(Path file) throws IOException {
        List<String> folders = new ArrayList<>();
        Map<String, Content> files = new HashMap<>();
        try {
            for (String line : Files.readAllLines(file)) {
                int end = line.indexOf('\t');
                String content = line.substring(0, end);
                String name = line.substring(end + 1);
                if (content.equals(FOLDER)) {
                    folders.add(name);
                } else {
                    files.put(name, Content.parse(content));
                }
            }
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new DamagedException(file + " is not whole");
        }
        return new Manifest(folders, files);
    }

    void write(Path file) throws IOException {
        StringBuilder lines = new StringBuilder();
        folders.forEach(name -> lines.append(FOLDER).append('\t').append(name).append('\n'));
        files.forEach((name, content) ->
                lines.append(content).append('\t').append(name).append('\n'));
        Files.writeString(file, lines);
    }

    /** Copies all files to a folder that becomes an account's; what is not as it was written is refused. */
    void copy(Path folder, Path copy, Account owner) throws IOException {
        owner.createFolder(copy);
        for (String name : folders) {
            owner.createFolder(copy.resolve(name));
        }
        new FileCopies(folder, copy, owner).run(files);
    }

    // Streams of files, as those of channels take several times as long in a JVM that has just begun.
    static void copy(Path from, Path to, Content content, Account owner) throws IOException {
        try (InputStream original = open(from);
                OutputStream copy = new FileOutputStream(to.toFile())) {
            if (!Content.copy(original, copy, content.buffer()).equals(content)) {
                throw damaged(from);
            }
            owner.own(to);
        }
    }

    private static InputStream open(Path file) throws DamagedException {
        try {
            return new FileInputStream(file.toFile());
        } catch (FileNotFoundException e) {
            throw damaged(file);
        }
    }

    private static DamagedException damaged(Path file) {
        return new DamagedException(file + " is not as it was written");
    }

    private static String name(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }
}
