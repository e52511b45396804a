package dev.switchback.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** A folder of migrations that a test writes. */
public record Folder(Path path) {

    /** Writes a migration and its undo. */
    public Folder step(int version, String description, String up, String undo) {
        return up(version, description, up).file("U" + version + "__" + description + ".sql", undo);
    }

    public Folder up(int version, String description, String up) {
        return file("V" + version + "__" + description + ".sql", up);
    }

    public Folder file(String name, String text) {
        try {
            Files.writeString(path.resolve(name), text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String location() {
        return "filesystem:" + path;
    }

    public FluentConfiguration flyway() {
        return Flyway.configure().locations(location());
    }

    public FluentConfiguration flyway(UnaryOperator<FluentConfiguration> more) {
        return more.apply(flyway());
    }
}
