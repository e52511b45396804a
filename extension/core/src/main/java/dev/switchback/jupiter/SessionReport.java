package dev.switchback.jupiter;

import dev.switchback.migration.RoundTripResult;
import dev.switchback.report.HistoryReport;
import dev.switchback.report.ReportFiles;
import dev.switchback.report.ReportedHistory;
import dev.switchback.report.ScriptFiles;
import dev.switchback.testfiles.BuildFolder;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All round trips of a launcher session in one page, which is written when the session ends. Thread-safe. */
final class SessionReport {

    private static final System.Logger LOG = System.getLogger(SessionReport.class.getName());

    /** The same verdicts on the same migrations, and the classes that came to them. */
    private record Entry(List<String> locations, Instant when, HistoryReport history, List<String> classes) {

        ReportedHistory history(List<String> names) {
            return history.judged(String.join(", ", locations) + ", judged by " + String.join(", ", names), when);
        }
    }

    private final Path page;
    private final Map<Object, Entry> entries = new LinkedHashMap<>();

    SessionReport(Path page) {
        this.page = page;
    }

    /**
     * Adds round trips of the same migrations.
     *
     * @param verdicts equal for equal verdicts
     * @param results in different modes, that one first which judges each migration for itself
     */
    synchronized void add(List<String> locations, Object verdicts, String testClass, List<RoundTripResult> results) {
        entries.computeIfAbsent(verdicts, absent -> {
                    HistoryReport history = new HistoryReport(ScriptFiles.in(BuildFolder.ofModule(), locations));
                    results.forEach(history::with);
                    return new Entry(locations, Instant.now(), history, new ArrayList<>());
                })
                .classes()
                .add(testClass);
    }

    /** Writes the page. That it cannot be written fails no test. */
    synchronized void write() {
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
