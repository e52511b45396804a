package dev.switchback.migration.verdicts;

import dev.switchback.text.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The code that judges and runs migrations: other bytes may come to another verdict. */
final class LibraryFacts {

    /** Read once: the code that a JVM has loaded stays what it is. */
    private static final ClassValue<Optional<String>> DIGESTS = new ClassValue<>() {

        @Override
        protected Optional<String> computeValue(Class<?> type) {
            return place(type).flatMap(LibraryFacts::read);
        }
    };

    private LibraryFacts() {}

    /** A digest of the jars or folders that hold these classes; empty if one of them is at no such place. */
    static Optional<String> of(List<Class<?>> classes) {
        Digest digest = new Digest();
        for (Class<?> type : classes) {
            Optional<String> each = DIGESTS.get(type);
            if (each.isEmpty()) {
                return Optional.empty();
            }
            digest.add(each.get());
        }
        return Optional.of(digest.hex());
    }

    private static Optional<String> read(Path place) {
        try {
            return Optional.of(Files.isDirectory(place) ? folder(place) : file(place));
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Path> place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Path.of(source.getLocation().toURI())).filter(Files::exists);
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException noPath) {
            return Optional.empty();
        }
    }

    private static String file(Path jar) throws IOException {
        return HexFormat.of().formatHex(Digest.sha256().digest(Files.readAllBytes(jar)));
    }

    private static String folder(Path classes) throws IOException {
        Digest digest = new Digest();
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path each : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                digest.add(classes.relativize(each).toString()).add(file(each));
            }
        }
        return digest.hex();
    }
}
