package dev.switchback.migration.script;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.flywaydb.core.api.resource.LoadableResource;

/** Finds bytes that have no meaning in the encoding in which Flyway reads scripts. */
final class ScriptEncoding {

    private ScriptEncoding() {}

    /** The file, and where it lies on disk its line and byte; empty if it can be read. */
    static Optional<String> firstError(LoadableResource file, Charset charset) {
        try (Reader reader = file.read()) {
            reader.transferTo(Writer.nullWriter());
            return Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.of(new Script.Sql(file).location() + place(file, charset));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + new Script.Sql(file).location(), e);
        }
    }

    private static String place(LoadableResource file, Charset charset) throws UncheckedIOException {
        String onDisk = file.getAbsolutePathOnDisk();
        if (onDisk == null || !Files.isRegularFile(Path.of(onDisk))) {
            return "";
        }
        try {
            return place(ByteBuffer.wrap(Files.readAllBytes(Path.of(onDisk))), charset);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + onDisk, e);
        }
    }

    private static String place(ByteBuffer bytes, Charset charset) {
        CharBuffer read = CharBuffer.allocate(bytes.remaining() + 1);
        charset.newDecoder().decode(bytes, read, true);
        long line = 1 + read.flip().chars().filter(c -> c == '\n').count();
        return bytes.hasRemaining() ? ":%d    byte 0x%02X".formatted(line, bytes.get()) : "";
    }
}
