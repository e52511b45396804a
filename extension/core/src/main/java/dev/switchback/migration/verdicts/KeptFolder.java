package dev.switchback.migration.verdicts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of kept files, of which the newest stay. */
final class KeptFolder {

    static final String UNFINISHED = ".unfinished";
    private static final String KEPT = ".kept";

    private static final int MOST_FILES = 32;
    private static final Duration LONGEST = Duration.ofDays(30);

    /** The age of an unfinished file from which no run is still writing it: it was left by one that was killed. */
    private static final Duration LONGEST_UNFINISHED = Duration.ofHours(1);

    private final Path folder;

    KeptFolder(Path folder) {
        this.folder = folder;
    }

    KeptFile file(String name) {
        return new KeptFile(folder.resolve(name + KEPT));
    }

    /** Removes what is too old or too much; another run may do so at the same time. */
    void tidy() {
        Instant now = Instant.now();
        try {
            List<Path> kept = files(KEPT);
            for (int i = 0; i < kept.size(); i++) {
                if (i >= MOST_FILES || isOlder(kept.get(i), now.minus(LONGEST))) {
                    Files.deleteIfExists(kept.get(i));
                }
            }
            for (Path unfinished : files(UNFINISHED)) {
                if (isOlder(unfinished, now.minus(LONGEST_UNFINISHED))) {
                    Files.deleteIfExists(unfinished);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // The next run that writes tidies up.
        }
    }

    /** The files whose names end so, the newest first. */
    private List<Path> files(String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end) && Files.isRegularFile(file))
                    .sorted(Comparator.comparing(KeptFolder::changed).reversed())
                    .toList();
        }
    }

    private static boolean isOlder(Path file, Instant than) {
        return changed(file).toInstant().isBefore(than);
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
