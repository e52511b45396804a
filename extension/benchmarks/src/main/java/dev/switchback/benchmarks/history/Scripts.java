package dev.switchback.benchmarks.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A generated history, as files in a folder of its own. */
public record Scripts(Path folder, List<Script> all) implements AutoCloseable {

    public Scripts {
        all = List.copyOf(all);
    }

    /** The first so many migrations of the generated history. */
    public static Scripts generate(int length) throws IOException {
        return written(GeneratedHistory.of(length, false));
    }

    /** So many migrations that fail over no generated rows, and lose none: no table is dropped, nor a column. */
    public static Scripts overRows(int length) throws IOException {
        return written(GeneratedHistory.of(length, true));
    }

    private static Scripts written(List<Change> changes) throws IOException {
        Path folder = Files.createTempDirectory("switchback-benchmark");
        List<Script> scripts = new ArrayList<>();
        for (Change change : changes) {
            int version = scripts.size() + 1;
            Script script = new Script(version, version + "__" + change.description(), change.up(), change.down());
            Files.writeString(folder.resolve(script.upFile()), script.up());
            Files.writeString(folder.resolve(script.downFile()), script.down());
            scripts.add(script);
        }
        return new Scripts(folder, scripts);
    }

    /** As Flyway takes it. */
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
