package dev.switchback.testfiles;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A text file that tests compare with, and that a run may rewrite: UTF-8, lines that end in {@code \n}. Used by many
 * threads; writing is atomic, so that a reader sees the old text or the new one.
 */
public final class TestFile {

    /** Where Maven and Gradle have a module's test resources, as from its folder. */
    static final Path RESOURCES = Path.of("src", "test", "resources");

    private final String name;
    private final Path source;
    private final Optional<URL> copy;

    private TestFile(String name, Path source, Optional<URL> copy) {
        this.name = name;
        this.source = source;
        this.copy = copy;
    }

    /**
     * A file among the test resources of the module that is tested. It is read and written in {@code src/test/resources}
     * and, if it is not there, read from the class path. A copy that an earlier build made of a file that is gone counts for
     * nothing.
     *
     * @param name a path below that folder: {@code schema.golden.sql} or {@code shop/schema.golden.sql}
     * @throws TestFileException if the path leaves the folder, names it again or is none, or the class path has several files
     *     of that name
     */
    public static TestFile named(String name) {
        Path relative = below(name);
        List<URL> copies = new ArrayList<>();
        for (URL found : TestModule.copies(relative.toString().replace('\\', '/'))) {
            Optional<Path> source = TestModule.ofCopy(found, relative)
                    .map(module -> module.resolve(RESOURCES).resolve(relative));
            if (source.isEmpty()) {
                copies.add(found);
            } else if (Files.exists(source.get())) {
                return new TestFile(name, brief(source.get()), Optional.empty());
            }
        }
        Path source = resources().resolve(relative);
        if (copies.size() > 1 && !Files.exists(source)) {
            throw new TestFileException(
                    "The class path has %d files %s, and none of them is in %s:\n  %s\nName it by its path."
                            .formatted(
                                    copies.size(),
                                    name,
                                    RESOURCES,
                                    String.join(
                                            "\n  ",
                                            copies.stream().map(URL::toString).toList())));
        }
        return new TestFile(name, source, copies.stream().findFirst());
    }

    /** The folder {@code src/test/resources} of the module that is tested, wherever its tests are run from. */
    public static Path resources() {
        return brief(TestModule.own().resolve(RESOURCES));
    }

    /** A file anywhere. */
    public static TestFile at(Path path) {
        return new TestFile(path.toString(), path, Optional.empty());
    }

    /** A file of a folder, by the name that a pattern gave it. */
    static TestFile found(String name, Path path) {
        return new TestFile(name, brief(path), Optional.empty());
    }

    /** A file of a jar on the class path. */
    static TestFile found(String name, URL copy) {
        return new TestFile(name, Path.of(name), Optional.of(copy));
    }

    /** Where it is written, and where it is looked for first. */
    public Path path() {
        return source;
    }

    /** As the test calls it. */
    public String name() {
        return name;
    }

    /**
     * Its text, without a byte order mark and with {@code \n} at the ends of lines, whatever they are in the file; empty if
     * there is no such file.
     *
     * @throws TestFileException if it is no text in UTF-8, or cannot be read
     */
    public Optional<String> read() {
        try {
            return Optional.of(decoded(Files.readAllBytes(source)));
        } catch (NoSuchFileException e) {
            return copy.map(this::read);
        } catch (IOException e) {
            throw new TestFileException(source + " cannot be read: " + e, e);
        }
    }

    /**
     * Replaces its text, and makes the folders that are missing. Whether it may be written is for the caller to ask, of
     * {@link FileUpdates}.
     *
     * @throws TestFileException if it cannot be written
     */
    public void write(String text) {
        Path file = source.toAbsolutePath();
        Path draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID());
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            try {
                Files.writeString(draft, text, StandardOpenOption.CREATE_NEW);
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new TestFileException(source + " cannot be written: " + e, e);
        }
    }

    private String read(URL found) {
        try (InputStream in = found.openStream()) {
            return decoded(in.readAllBytes());
        } catch (IOException e) {
            throw new TestFileException(found + " cannot be read: " + e, e);
        }
    }

    private String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return withPlainLines(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new TestFileException(name + " is not text in UTF-8. Save it in that encoding.", e);
        }
    }

    /** Version control may have changed the ends of lines, so that they say nothing. */
    public static String withPlainLines(String text) {
        return text.replace("\r\n", "\n");
    }

    private static Path below(String name) {
        try {
            Path path = Path.of(name).normalize();
            if (path.isAbsolute() || path.startsWith("..") || path.toString().isEmpty()) {
                throw new TestFileException(
                        "'%s' is no path below %s. Name a file in that folder, such as schema.golden.sql."
                                .formatted(name, RESOURCES));
            }
            if (path.startsWith(RESOURCES)) {
                throw new TestFileException("'%s' names the folder %s, where names begin. Write '%s'."
                        .formatted(name, RESOURCES, RESOURCES.relativize(path)));
            }
            return path;
        } catch (InvalidPathException e) {
            throw new TestFileException("'%s' is no path: %s".formatted(name, e.getReason()), e);
        }
    }

    /** As one reads it from the working directory, if it is below that. */
    private static Path brief(Path file) {
        Path here = Path.of("").toAbsolutePath();
        return file.isAbsolute() && file.startsWith(here) ? here.relativize(file) : file;
    }

    @Override
    public String toString() {
        return name;
    }
}
