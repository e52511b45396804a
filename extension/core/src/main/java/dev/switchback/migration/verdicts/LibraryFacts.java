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

    private LibraryFacts() {}

    /** A digest of the jars or folders that hold these classes; empty if one of them is at no such place. */
    static Optional<String> of(List<Class<?>> classes) {
        Digest digest = new Digest();
        for (Class<?> type : classes) {
            Optional<Path> place = place(type);
            if (place.isEmpty()) {
                return Optional.empty();
            }
            try {
                digest.add(Files.isDirectory(place.get()) ? folder(place.get()) : file(place.get()));
            } catch (IOException | UncheckedIOException unreadable) {
                return Optional.empty();
            }
        }
        return Optional.of(digest.hex());
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
