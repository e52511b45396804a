package dev.switchback.benchmarks.suite;

import dev.switchback.benchmarks.reseed.SmallShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder with the migrations of the suites: a table each. */
public record TwentyMigrations(Path folder) implements AutoCloseable {

    /** The same, and a migration with the rows. */
    public static TwentyMigrations withRows() throws IOException {
        TwentyMigrations migrations = write();
        Files.writeString(migrations.folder.resolve("V21__rows.sql"), SmallShop.inserts());
        return migrations;
    }

    public static TwentyMigrations write() throws IOException {
        Path folder = Files.createTempDirectory("switchback-suite-migrations");
        for (int table = 0; table < 20; table++) {
            Files.writeString(folder.resolve("V" + (table + 1) + "__item_" + table + ".sql"), SmallShop.table(table));
        }
        return new TwentyMigrations(folder);
    }

    public String location() {
        return "filesystem:" + folder;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
