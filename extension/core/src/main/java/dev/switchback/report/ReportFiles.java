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
import java.util.stream.Stream;

/**
 * The files of a report: a page, the same as JSON beside it, and a folder with the parts that both are made of. JVMs of one build
 * add their parts one after the other; parts of earlier builds go when the first part of a new one comes.
 */
public final class ReportFiles {

    private static final String HTML = ".html";
    private static final String JSON = ".json";
    private static final String FAILS = "fails";

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

    /** Adds histories, in place of those of the same titles, and writes the page anew. */
    public void add(List<ReportedHistory> histories) throws IOException {
        Files.createDirectories(parts);
        // the lock on the file keeps out other JVMs alone
        synchronized (ReportFiles.class) {
            addLocked(histories);
        }
    }

    private void addLocked(List<ReportedHistory> histories) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(parts.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            removeOfOtherRuns();
            for (ReportedHistory history : histories) {
                write(history);
            }
            compose();
            lock.release();
        }
    }

    private void removeOfOtherRuns() throws IOException {
        for (Path part : parts()) {
            if (!name(part).startsWith(run)) {
                Files.delete(part);
            }
        }
    }

    private void write(ReportedHistory history) throws IOException {
        String title = "-" + Digest.of(history.title()).substring(0, 16);
        for (Path part : parts()) {
            if (name(part).contains(title)) {
                Files.delete(part);
            }
        }
        String name = run + (history.fails() ? "-" + FAILS : "-holds") + title;
        Files.writeString(parts.resolve(name + HTML), HtmlHistory.section(history));
        Files.writeString(parts.resolve(name + JSON), JsonReport.history(history));
    }

    /** Histories that fail come first. */
    private void compose() throws IOException {
        List<String> sections = new ArrayList<>();
        List<String> histories = new ArrayList<>();
        boolean fails = false;
        for (Path part : parts()) {
            fails |= name(part).startsWith(run + "-" + FAILS);
            (name(part).endsWith(HTML) ? sections : histories).add(Files.readString(part));
        }
        replace(page, HtmlReport.page(sections, fails));
        replace(json(), JsonReport.ofHistories(histories));
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

    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(parts)) {
            return files.filter(file -> name(file).endsWith(HTML) || name(file).endsWith(JSON))
                    .sorted(Comparator.comparing(ReportFiles::name))
                    .toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String withoutExtension(Path page) {
        return name(page).replaceFirst("\\.html?$", "");
    }
}
