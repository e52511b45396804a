package dev.switchback.jupiter;

import dev.switchback.lint.LintReport;
import dev.switchback.report.HistoryReport;
import dev.switchback.report.ReportFiles;
import dev.switchback.report.ReportedHistory;
import dev.switchback.report.ScriptFiles;
import dev.switchback.statements.StatementReport;
import dev.switchback.testfiles.BuildFolder;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** All that a launcher session judged, in one page, which is written when the session ends. Thread-safe. */
final class SessionReport {

    private static final System.Logger LOG = System.getLogger(SessionReport.class.getName());

    /** The same verdicts on the same migrations, and the classes that came to them. */
    private record Entry(List<String> locations, Instant when, HistoryReport history, List<String> classes) {

        ReportedHistory history(List<String> names) {
            return history.judged(String.join(", ", locations) + ", judged by " + String.join(", ", names), when);
        }
    }

    /**
     * A judgment beside round trips.
     *
     * @param tells adds it to a history
     */
    private record Beside(List<String> locations, Instant when, Consumer<HistoryReport> tells, String testClass) {}

    private final Path page;
    private final Map<Object, Entry> entries = new LinkedHashMap<>();
    private final List<Beside> beside = new ArrayList<>();

    SessionReport(Path page) {
        this.page = page;
    }

    /**
     * Adds round trips of the same migrations.
     *
     * @param verdicts equal for equal verdicts
     * @param undo more locations of undo scripts
     * @param tells adds the results in different modes, that one first which judges each migration for itself
     */
    synchronized void add(
            List<String> locations,
            Object verdicts,
            String testClass,
            List<String> undo,
            Consumer<HistoryReport> tells) {
        entries.computeIfAbsent(verdicts, absent -> {
                    Entry entry = entry(locations, undo, Instant.now());
                    tells.accept(entry.history());
                    return entry;
                })
                .classes()
                .add(testClass);
    }

    private static Entry entry(List<String> locations, List<String> undo, Instant when) {
        return new Entry(
                locations,
                when,
                new HistoryReport(
                        ScriptFiles.in(BuildFolder.ofModule(), locations).withUndo(undo)),
                new ArrayList<>());
    }

    /** Adds a lint, which is told with the round trips of the same locations, if there are any. */
    synchronized void add(List<String> locations, String testClass, LintReport lint) {
        beside.add(new Beside(locations, Instant.now(), history -> history.with(lint), testClass));
    }

    /** The same for the statements of an application. */
    synchronized void add(List<String> locations, String testClass, StatementReport statements) {
        beside.add(new Beside(locations, Instant.now(), history -> history.with(statements), testClass));
    }

    private void join(Beside judged) {
        Entry entry = entries.values().stream()
                .filter(each -> each.locations().equals(judged.locations()))
                .findFirst()
                .orElseGet(() ->
                        entries.computeIfAbsent(judged, absent -> entry(judged.locations(), List.of(), judged.when())));
        judged.tells().accept(entry.history());
        entry.classes().add(judged.testClass());
    }

    /** Writes the page. That it cannot be written fails no test. */
    synchronized void write() {
        beside.forEach(this::join);
        beside.clear();
        if (entries.isEmpty()) {
            return;
        }
        List<ReportedHistory> histories = entries.values().stream()
                .map(entry -> entry.history(
                        entry.classes().stream().distinct().sorted().toList()))
                .toList();
        ReportFiles files = ReportFiles.at(page);
        try {
            files.add(histories);
            if (histories.stream().anyMatch(ReportedHistory::fails)) {
                System.out.println("The findings as a page: " + files.page());
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The report cannot be written to " + files.page() + ": " + e);
        }
        entries.clear();
    }
}
