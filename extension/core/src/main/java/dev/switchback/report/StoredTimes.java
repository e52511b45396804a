package dev.switchback.report;

import dev.switchback.text.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The times of the last runs, in a file beside the parts of a report: a line with the runs, the oldest first, and one for each
 * migration with its microseconds in each of them, 0 where it was not measured. A file that is damaged, or of another kind, is
 * begun anew.
 */
final class StoredTimes {

    /** As many runs as are kept. */
    static final int RUNS = 20;

    static final String NAME = "times.txt";
    private static final String MARK = "switchback times 1 ";

    private final Path file;
    private final String run;
    private final List<String> runs = new ArrayList<>();
    private final Map<String, List<Long>> times = new TreeMap<>();
    private String begunAnewBy = "";

    private StoredTimes(Path file, String run) {
        this.file = file;
        this.run = run;
    }

    static StoredTimes in(Path folder, String run) {
        StoredTimes stored = new StoredTimes(folder.resolve(NAME), run);
        if (Files.exists(stored.file)) {
            stored.read();
        }
        return stored;
    }

    private void read() {
        if (!isRead()) {
            runs.clear();
            times.clear();
            begunAnewBy = run;
        }
    }

    private boolean isRead() {
        try {
            List<String> lines = Files.readAllLines(file);
            List<String> content = lines.subList(1, lines.size());
            if (!lines.get(0).equals(MARK + digest(content))) {
                return false;
            }
            begunAnewBy = content.get(0);
            runs.addAll(List.of(content.get(1).split(" ")));
            for (String line : content.subList(2, content.size())) {
                int end = line.lastIndexOf('\t');
                times.put(line.substring(0, end), numbers(line.substring(end + 1)));
            }
            return times.values().stream().allMatch(all -> all.size() == runs.size());
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static List<Long> numbers(String text) {
        List<Long> numbers = new ArrayList<>();
        for (String number : text.split(" ")) {
            numbers.add(Long.valueOf(number));
        }
        return numbers;
    }

    /** Adds what a history has measured, if it has measured anything; returns it with what earlier runs have. */
    ReportedHistory add(ReportedHistory history) {
        if (!history.hasTimes()) {
            return history;
        }
        begin();
        return history.with(
                history.steps().stream().map(step -> add(history.title(), step)).toList());
    }

    private ReportedStep add(String title, ReportedStep step) {
        String key = key(title) + "\t" + key(step.up().file());
        long now = step.times().up();
        List<Long> all = times.computeIfAbsent(key, any -> new ArrayList<>(Collections.nCopies(runs.size(), 0L)));
        if (now > 0) {
            all.set(runs.size() - 1, now);
        }
        return step.with(new ReportedTrend(
                all.subList(0, runs.size() - 1).stream()
                        .filter(micros -> micros > 0)
                        .toList(),
                now));
    }

    /** Makes room for this run, the newest; what none of those that stay has measured goes. */
    private void begin() {
        if (!runs.isEmpty() && runs.get(runs.size() - 1).equals(run)) {
            return;
        }
        runs.add(run);
        times.values().forEach(all -> all.add(0L));
        if (runs.size() > RUNS) {
            runs.remove(0);
            times.values().forEach(all -> all.remove(0));
            times.values().removeIf(all -> all.stream().allMatch(micros -> micros == 0));
        }
    }

    void write() throws IOException {
        if (runs.isEmpty()) {
            Files.deleteIfExists(file);
            return;
        }
        List<String> content = new ArrayList<>(List.of(begunAnewBy, String.join(" ", runs)));
        times.forEach((key, all) ->
                content.add(key + "\t" + all.stream().map(String::valueOf).collect(Collectors.joining(" "))));
        List<String> lines = new ArrayList<>(List.of(MARK + digest(content)));
        lines.addAll(content);
        Files.write(file, lines);
    }

    /** Sentences on what this run could not read. */
    List<String> words() {
        return begunAnewBy.equals(run)
                ? List.of("The times of earlier runs are left out: they cannot be read any more, and are kept anew.")
                : List.of();
    }

    private static String digest(List<String> content) {
        return new Digest().addAll(content).hex();
    }

    private static String key(String name) {
        return name.replaceAll("\\s", " ");
    }
}
