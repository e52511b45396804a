package dev.switchback.jupiter;

import dev.switchback.lint.LintReport;
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

/** All round trips and lints of a launcher session in one page, which is written when the session ends. Thread-safe. */
final class SessionReport {

    private static final System.Logger LOG = System.getLogger(SessionReport.class.getName());

    /** The same verdicts on the same migrations, and the classes that came to them. */
    private record Entry(List<String> locations, Instant when, HistoryReport history, List<String> classes) {

        ReportedHistory history(List<String> names) {
            return history.judged(String.join(", ", locations) + ", judged by " + String.join(", ", names), when);
        }
    }

    private record Linted(List<String> locations, Instant when, LintReport report, String testClass) {}

    private final Path page;
    private final Map<Object, Entry> entries = new LinkedHashMap<>();
    private final List<Linted> lints = new ArrayList<>();

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
                    Entry entry = entry(locations, Instant.now());
                    results.forEach(entry.history()::with);
                    return entry;
                })
                .classes()
                .add(testClass);
    }

    private static Entry entry(List<String> locations, Instant when) {
        return new Entry(
                locations,
                when,
                new HistoryReport(ScriptFiles.in(BuildFolder.ofModule(), locations)),
                new ArrayList<>());
    }

    /** Adds a lint, which is told with the round trips of the same locations, if there are any. */
    synchronized void add(List<String> locations, String testClass, LintReport lint) {
        lints.add(new Linted(locations, Instant.now(), lint, testClass));
    }

    private void join(Linted lint) {
        Entry entry = entries.values().stream()
                .filter(each -> each.locations().equals(lint.locations()))
                .findFirst()
                .orElseGet(() -> entries.computeIfAbsent(lint, absent -> entry(lint.locations(), lint.when())));
        entry.history().with(lint.report());
        entry.classes().add(lint.testClass());
    }

    /** Writes the page. That it cannot be written fails no test. */
    synchronized void write() {
        lints.forEach(this::join);
        lints.clear();
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
