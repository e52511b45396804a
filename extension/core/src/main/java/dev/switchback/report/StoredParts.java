package dev.switchback.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parts of a report on the disk.
 *
 * @param folder in which they lie
 * @param run the build or call that adds to them now
 */
record StoredParts(Path folder, String run) {

    private static final String OTHER_SCRIPTS = "the scripts are others now";

    List<StoredPart> all() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(StoredPart.EXTENSION))
                    .sorted()
                    .map(StoredPart::read)
                    .toList();
        }
    }

    /** Adds a history, in place of what this run has judged of the same title by the same checks, or fewer. */
    void write(ReportedHistory history) throws IOException {
        StoredPart written = StoredPart.write(folder, run, history);
        for (StoredPart part : all()) {
            if (part.run().equals(run)
                    && !part.file().equals(written.file())
                    && part.judgment().title().equals(history.title())
                    && part.isCoveredBy(List.of(written))) {
                part.delete();
            }
        }
    }

    /**
     * Takes away what earlier runs have judged and this one has judged again, or what is not about the same scripts any more.
     *
     * @param scripts the checksums of those that this run is about
     * @return sentences about that for which nothing has come
     */
    List<String> settle(Set<String> scripts) throws IOException {
        List<StoredPart> all = all();
        List<StoredPart> own = all.stream()
                .filter(part -> part.run().equals(run) && part.trouble().isEmpty())
                .toList();
        List<String> words = new ArrayList<>();
        for (StoredPart part : all) {
            if (own.contains(part) || (part.isWord() && part.run().equals(run) && !part.isCoveredBy(own))) {
                continue;
            }
            boolean isAboutSame = part.isAbout(scripts);
            if (part.isWord() || (isAboutSame ? isJudgedAgain(part, own) : part.isCoveredBy(own))) {
                part.delete();
            } else if (!isAboutSame) {
                words.add(part.leaveOut(run, part.trouble().isEmpty() ? OTHER_SCRIPTS : part.trouble())
                        .word());
            }
        }
        return words;
    }

    /** Whether the same scripts have been judged by the same checks, each of them. */
    private static boolean isJudgedAgain(StoredPart part, List<StoredPart> own) {
        List<StoredPart> same = own.stream()
                .filter(each -> each.isAbout(Set.of(part.judgment().scripts())))
                .toList();
        return part.isCoveredBy(same) && part.isJudgedBy(same);
    }
}
