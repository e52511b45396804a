package dev.switchback.report;

import dev.switchback.text.Digest;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The files of a report: a page, the same as JSON beside it, and a folder with the parts that both are made of and the times of
 * earlier runs. JVMs of one build
 * add their parts one after the other; of the parts of earlier builds and calls those stay that say more about the same scripts.
 */
public final class ReportFiles {

    private static final String JSON = ".json";

    private final Path page;
    private final Path parts;
    private final String run;

    private ReportFiles(Path page, String run) {
        this.page = page;
        this.parts = page.resolveSibling(withoutExtension(page));
        this.run = run;
    }

    /** The files of the build, or the program, that this JVM is a part of. */
    public static ReportFiles at(Path page) {
        return ofRun(page, BuildProcess.id());
    }

    /** The files of a build that this JVM does itself, and all that it starts. */
    public static ReportFiles ofThisBuild(Path page) {
        return ofRun(page, BuildProcess.own());
    }

    static ReportFiles ofRun(Path page, String run) {
        return new ReportFiles(page.toAbsolutePath().normalize(), Digest.of(run).substring(0, 8));
    }

    public Path page() {
        return page;
    }

    Path json() {
        return page.resolveSibling(withoutExtension(page) + JSON);
    }

    /**
     * Adds histories, and writes the page anew. They take the place of what has judged the same. What an earlier call has judged
     * beside that stays, if it is about the very same scripts.
     *
     * @return sentences about what an earlier call has judged and the page does not hold any more, though nothing takes its place
     */
    public List<String> add(List<ReportedHistory> histories) throws IOException {
        return add(
                histories,
                histories.stream().map(history -> history.judgment().scripts()).collect(Collectors.toSet()));
    }

    /**
     * The same for a call that found nothing to judge.
     *
     * @param scripts the checksum of those that are there
     */
    public List<String> addNothing(String scripts) throws IOException {
        return add(List.of(), Set.of(scripts));
    }

    private List<String> add(List<ReportedHistory> histories, Set<String> scripts) throws IOException {
        Files.createDirectories(parts);
        // the lock on the file keeps out other JVMs alone
        synchronized (ReportFiles.class) {
            try (FileChannel channel = FileChannel.open(
                            parts.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                StoredParts stored = new StoredParts(parts, run);
                StoredTimes times = StoredTimes.in(parts, run);
                for (ReportedHistory history : histories) {
                    stored.write(times.add(history));
                }
                times.write();
                List<String> leftOut = new ArrayList<>(times.words());
                leftOut.addAll(stored.settle(scripts));
                compose(times.words());
                lock.release();
                return leftOut;
            }
        }
    }

    /** Histories that fail come first, and those of this run before those that stay. */
    private void compose(List<String> words) throws IOException {
        List<StoredPart> shown = new ArrayList<>();
        List<String> remarks = new ArrayList<>(words);
        for (StoredPart part : new StoredParts(parts, run).all()) {
            if (part.trouble().isEmpty()) {
                shown.add(part);
            } else {
                remarks.add(part.word());
            }
        }
        shown.sort(Comparator.comparing((StoredPart part) -> !part.fails())
                .thenComparing(part -> !part.run().equals(run))
                .thenComparing(part -> part.judgment().title())
                .thenComparing(part -> part.judgment().words()));
        List<String> sections = new ArrayList<>();
        List<String> histories = new ArrayList<>();
        for (StoredPart part : shown) {
            boolean stays = !part.run().equals(run);
            sections.add(stays ? HtmlHistory.earlier(part.html()) : part.html());
            histories.add(stays ? JsonReport.earlier(part.json()) : part.json());
        }
        boolean fails = shown.stream().anyMatch(StoredPart::fails);
        replace(page, HtmlReport.page(remarks, sections, fails));
        replace(json(), JsonReport.ofHistories(remarks, histories));
    }

    /** A reader meets the old page or the new one, but no half of it. */
    private static void replace(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling("." + name(file) + ".tmp");
        try {
            Files.writeString(fresh, text);
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String withoutExtension(Path page) {
        return name(page).replaceFirst("\\.html?$", "");
    }
}
