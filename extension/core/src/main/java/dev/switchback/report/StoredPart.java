package dev.switchback.report;

import dev.switchback.text.Digest;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One history as it lies on the disk: its section of the page, the same as JSON, and a file of properties that says what they are.
 *
 * @param file the properties; those of the two others begin with its name
 * @param run the build or call that judged
 * @param judged the scripts on which there is a verdict
 * @param trouble why it is not shown; empty if it is
 */
record StoredPart(Path file, String run, ReportedJudgment judgment, Set<String> judged, boolean fails, String trouble) {

    static final String EXTENSION = ".part";
    private static final String DAMAGED = "it cannot be read any more";

    StoredPart {
        judged = Set.copyOf(judged);
    }

    /** Writes a history. */
    static StoredPart write(Path folder, String run, ReportedHistory history) throws IOException {
        ReportedJudgment judgment = history.judgment();
        String name =
                run + "-" + Digest.of(judgment.title(), text(judgment.checks())).substring(0, 16);
        StoredPart part = new StoredPart(
                folder.resolve(name + EXTENSION),
                run,
                judgment,
                new HashSet<>(
                        history.steps().stream().map(step -> step.up().file()).toList()),
                history.fails(),
                "");
        String html = HtmlHistory.section(history);
        String json = JsonReport.history(history);
        Files.writeString(part.beside(".html"), html);
        Files.writeString(part.beside(".json"), json);
        part.writeProperties(Digest.of(html, json));
        return part;
    }

    /** Reads one, with what it holds in doubt: one that is damaged says so. */
    static StoredPart read(Path file) {
        Properties properties = new Properties();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            properties.load(in);
            StoredPart part = new StoredPart(
                    file,
                    properties.getProperty("run", ""),
                    new ReportedJudgment(
                            properties.getProperty("title", ""),
                            Instant.parse(properties.getProperty("when", "")),
                            texts(properties, "checks"),
                            properties.getProperty("scripts", ""),
                            new UndoFolders(
                                    properties.getProperty("module", ""),
                                    texts(properties, "undo"),
                                    properties.getProperty("undoScripts", ""))),
                    new HashSet<>(texts(properties, "judged")),
                    Boolean.parseBoolean(properties.getProperty("fails")),
                    properties.getProperty("trouble", ""));
            return !part.trouble.isEmpty()
                            || properties.getProperty("content", "").equals(Digest.of(part.html(), part.json()))
                    ? part
                    : part.with("", DAMAGED);
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            ReportedJudgment unknown = new ReportedJudgment("", Instant.EPOCH, List.of(), "", UndoFolders.NONE);
            return new StoredPart(file, "", unknown, Set.of(), false, DAMAGED);
        }
    }

    private StoredPart with(String otherRun, String newTrouble) {
        return new StoredPart(file, otherRun, judgment, judged, fails, newTrouble);
    }

    String html() throws IOException {
        return Files.readString(beside(".html"));
    }

    String json() throws IOException {
        return Files.readString(beside(".json"));
    }

    /** Takes it away. */
    void delete() throws IOException {
        for (Path each : List.of(file, beside(".html"), beside(".json"))) {
            Files.deleteIfExists(each);
        }
    }

    /** Takes it away, but for the word that it was there. */
    StoredPart leaveOut(String ofRun, String why) throws IOException {
        delete();
        StoredPart word = with(ofRun, why);
        word.writeProperties("");
        return word;
    }

    /** Whether it only says that something was there. */
    boolean isWord() {
        return !trouble.isEmpty() && !run.isEmpty();
    }

    /** Whether it can be read, and is about scripts with one of these checksums. */
    boolean isAbout(Set<String> scripts) {
        return trouble.isEmpty()
                && !judgment.scripts().isEmpty()
                && scripts.contains(judgment.scripts())
                && judgment.undo().isSame();
    }

    /** Whether others have judged by all of its checks. */
    boolean isCoveredBy(List<StoredPart> others) {
        return !judgment.checks().isEmpty()
                && others.stream()
                        .flatMap(other -> other.judgment.checks().stream())
                        .toList()
                        .containsAll(judgment.checks());
    }

    /** Whether others have a verdict on each of its migrations. */
    boolean isJudgedBy(List<StoredPart> others) {
        return others.stream()
                .flatMap(other -> other.judged.stream())
                .collect(Collectors.toSet())
                .containsAll(judged);
    }

    /** A sentence on what is not shown, and why. */
    String word() {
        return judgment.checks().isEmpty()
                ? "A part of an earlier report is left out: " + trouble + "."
                : "What was judged of %s by %s at %s is left out: %s."
                        .formatted(judgment.title(), judgment.words(), HtmlHistory.minute(judgment.when()), trouble);
    }

    private Path beside(String extension) {
        return file.resolveSibling(String.valueOf(file.getFileName()).replaceFirst("\\.part$", "") + extension);
    }

    private void writeProperties(String content) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("run", run);
        properties.setProperty("title", judgment.title());
        properties.setProperty("when", judgment.when().toString());
        properties.setProperty("checks", text(judgment.checks()));
        properties.setProperty("scripts", judgment.scripts());
        properties.setProperty("module", judgment.undo().module());
        properties.setProperty("undo", text(judgment.undo().locations()));
        properties.setProperty("undoScripts", judgment.undo().checksum());
        properties.setProperty("judged", String.join("\n", judged));
        properties.setProperty("fails", String.valueOf(fails));
        properties.setProperty("trouble", trouble);
        properties.setProperty("content", content);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        }
    }

    private static String text(List<String> texts) {
        return String.join("\n", texts);
    }

    private static List<String> texts(Properties properties, String name) {
        return properties.getProperty(name, "").lines().toList();
    }
}
