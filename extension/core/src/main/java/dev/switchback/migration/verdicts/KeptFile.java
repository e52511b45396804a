package dev.switchback.migration.verdicts;

import dev.switchback.text.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file that is there as a whole or not at all: it comes with one move, and a digest tells whether it is as it was written. One
 * that is not counts as missing.
 */
final class KeptFile {

    private static final byte[] MARK = "switchback verdicts 2\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST = 32;

    /** The size in bytes above which a file takes longer to read than it is worth. */
    private static final int LARGEST = 32 * 1024 * 1024;

    private final Path path;

    KeptFile(Path path) {
        this.path = path;
    }

    /** The content; empty if there is no such file, or if it is not whole. */
    Optional<byte[]> read() {
        try {
            if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
                return Optional.empty();
            }
            byte[] all = Files.readAllBytes(path);
            int start = MARK.length + DIGEST;
            if (all.length < start || !Arrays.equals(MARK, Arrays.copyOf(all, MARK.length))) {
                return Optional.empty();
            }
            byte[] body = Arrays.copyOfRange(all, start, all.length);
            byte[] expected = Arrays.copyOfRange(all, MARK.length, start);
            return MessageDigest.isEqual(expected, Digest.sha256().digest(body))
                    ? Optional.of(new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes())
                    : Optional.empty();
        } catch (IOException | OutOfMemoryError unreadable) {
            return Optional.empty();
        }
    }

    /** Says that it was of use, so that it is kept longer. */
    void touch() {
        try {
            Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
        } catch (IOException readOnly) {
            // Then it goes when it is old, and is written again.
        }
    }

    /** Writes the content in place of what is there; of two that do so at once, one is there at the end. */
    void write(byte[] content) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (GZIPOutputStream packed = new GZIPOutputStream(body)) {
            packed.write(content);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(MARK);
        all.write(Digest.sha256().digest(body.toByteArray()));
        body.writeTo(all);
        if (all.size() > LARGEST) {
            throw new IOException("it would be larger than %d MB".formatted(LARGEST / 1024 / 1024));
        }
        Path folder = Objects.requireNonNull(path.getParent());
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, path.getFileName().toString(), KeptFolder.UNFINISHED);
        try {
            Files.write(unfinished, all.toByteArray());
            move(unfinished);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private void move(Path unfinished) throws IOException {
        try {
            Files.move(unfinished, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
