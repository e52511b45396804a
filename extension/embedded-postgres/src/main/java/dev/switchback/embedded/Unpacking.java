package dev.switchback.embedded;

import dev.switchback.embedded.TarInput.Entry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.tukaani.xz.XZInputStream;

/** Unpacks a {@code .txz} archive. */
final class Unpacking {

    private Unpacking() {}

    static void unpack(InputStream archive, Path folder) throws IOException {
        TarInput tar = new TarInput(new XZInputStream(new BufferedInputStream(archive, 1 << 16)));
        for (Optional<Entry> next = tar.next(); next.isPresent(); next = tar.next()) {
            unpack(tar, next.get(), folder);
        }
    }

    private static void unpack(TarInput tar, Entry entry, Path folder) throws IOException {
        Path path = within(folder, folder.resolve(entry.name()));
        if (entry.type() == '5') {
            OpenFolders.createAll(path);
            return;
        }
        OpenFolders.createAll(Objects.requireNonNullElse(path.getParent(), folder));
        switch (entry.type()) {
            case '0' -> {
                try (OutputStream file = Files.newOutputStream(path)) {
                    tar.copyTo(file);
                }
                OpenFolders.permitFile(path, entry.executable());
            }
            case '1' -> {
                Files.copy(within(folder, folder.resolve(entry.target())), path);
                OpenFolders.permitFile(path, entry.executable());
            }
            case '2' -> {
                within(folder, path.resolveSibling(entry.target()));
                Files.createSymbolicLink(path, Path.of(entry.target()));
            }
            default -> throw new IOException(entry.name() + " is of type " + entry.type());
        }
    }

    private static Path within(Path folder, Path path) throws IOException {
        if (!path.normalize().startsWith(folder)) {
            throw new IOException(path + " is outside of " + folder);
        }
        return path.normalize();
    }
}
