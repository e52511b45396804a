package dev.switchback.embedded;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a tar archive (POSIX ustar and GNU long names), entry by entry. */
final class TarInput {

    private static final int BLOCK = 512;

    private final InputStream input;
    private final byte[] header = new byte[BLOCK];
    private long content;
    private long padding;

    TarInput(InputStream input) {
        this.input = input;
    }

    /**
     * @param type as tar writes it: {@code 0} a file, {@code 1} a hard link, {@code 2} a symbolic link, {@code 5} a folder
     * @param target what a link points to
     */
    record Entry(String name, char type, String target, boolean executable) {}

    /** The next entry, if there is one; the content of the last one is skipped. */
    Optional<Entry> next() throws IOException {
        String longName = "";
        String longTarget = "";
        while (true) {
            input.skipNBytes(content + padding);
            content = 0;
            padding = 0;
            if (input.readNBytes(header, 0, BLOCK) < BLOCK || header[0] == 0) {
                return Optional.empty();
            }
            content = octal(124, 12);
            padding = (BLOCK - content % BLOCK) % BLOCK;
            char type = (char) header[156];
            switch (type) {
                case 'L' -> longName = longText();
                case 'K' -> longTarget = longText();
                case 'g', 'x' -> throw new IOException("a pax header, which this reader does not know");
                default -> {
                    String name = longName.isEmpty() ? shortName() : longName;
                    String target = longTarget.isEmpty() ? text(157, 100) : longTarget;
                    boolean executable = (octal(100, 8) & 0100) != 0;
                    return Optional.of(new Entry(name, type == 0 ? '0' : type, target, executable));
                }
            }
        }
    }

    /** Writes the content of the entry that {@link #next()} gave last. */
    void copyTo(OutputStream output) throws IOException {
        byte[] buffer = new byte[1 << 16];
        while (content > 0) {
            int read = input.read(buffer, 0, (int) Math.min(buffer.length, content));
            if (read < 0) {
                throw new EOFException("the archive ends within a file");
            }
            output.write(buffer, 0, read);
            content -= read;
        }
    }

    private String shortName() {
        boolean ustar = text(257, 6).equals("ustar");
        String folder = ustar ? text(345, 155) : "";
        return folder.isEmpty() ? text(0, 100) : folder + "/" + text(0, 100);
    }

    private String longText() throws IOException {
        byte[] bytes = input.readNBytes((int) content);
        content = 0;
        return terminated(bytes, 0, bytes.length);
    }

    private String text(int offset, int length) {
        return terminated(header, offset, length);
    }

    private static String terminated(byte[] bytes, int offset, int length) {
        int end = offset;
        while (end < offset + length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, offset, end - offset, StandardCharsets.UTF_8);
    }

    private long octal(int offset, int length) {
        String digits = text(offset, length).strip();
        return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    }
}
