package dev.switchback.lint.files;

import dev.switchback.lint.LintException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** The content of a file; how its lines end, and a byte order mark, mean nothing, as to Flyway. */
public final class FileContent {

    private final byte[] bytes;
    private final Charset charset;

    public FileContent(byte[] bytes, Charset charset) {
        this.bytes = bytes.clone();
        this.charset = charset;
    }

    /**
     * Reads a file.
     *
     * @throws LintException if it cannot be read
     */
    public static FileContent of(Path file, Charset charset) {
        try {
            return new FileContent(Files.readAllBytes(file), charset);
        } catch (IOException e) {
            throw new LintException("The file %s cannot be read: %s".formatted(file, e), e);
        }
    }

    /** The bytes as they are in the file. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The text, with {@code \n} at the ends of lines. */
    public String text() {
        String text = new String(bytes, charset);
        return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                .replace("\r\n", "\n")
                .replace('\r', '\n');
    }

    /** The checksum that Flyway keeps of a versioned migration. */
    public int checksum() {
        CRC32 sum = new CRC32();
        try (BufferedReader lines = new BufferedReader(new StringReader(text()))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                sum.update(line.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return (int) sum.getValue();
    }

    /** Whether both run the same: their lines are equal, but for empty ones, which Flyway's checksum leaves out, too. */
    public boolean isSameAs(FileContent other) {
        return Arrays.equals(bytes, other.bytes) || lines().equals(other.lines());
    }

    private List<String> lines() {
        return text().lines().filter(line -> !line.isEmpty()).toList();
    }
}
