package dev.switchback.migration;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apiguardian.api.API;

/**
 * Migrations and where they stand in one database, a row each. {@link #toString()} is a table for a reader:
 *
 * <pre>
 * version  description  state    installed on          by        took
 * 1        customer     Success  2026-11-29T08:30:00Z  deployer  12 ms
 * 2        orders       Success  2026-11-29T08:30:01Z  deployer  9 ms
 *          names        Success  2026-11-29T08:30:01Z  deployer  3 ms
 * </pre>
 *
 * @param rows in the order in which they were applied, or would be
 */
public record MigrationTable(List<MigrationRow> rows) {

    private static final List<String> HEADER = List.of("version", "description", "state", "installed on", "by", "took");

    @API(status = API.Status.INTERNAL)
    public MigrationTable {
        rows = List.copyOf(rows);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The migrations of all rows; repeatable ones have an empty version. */
    public List<Migration> migrations() {
        return rows.stream().map(MigrationRow::migration).toList();
    }

    /** The versioned migrations that are applied, in the order of the rows. */
    public List<Migration> applied() {
        return rows.stream()
                .filter(MigrationRow::isVersionedAndApplied)
                .map(MigrationRow::migration)
                .toList();
    }

    @Override
    public String toString() {
        if (rows.isEmpty()) {
            return "no migrations\n";
        }
        List<List<String>> lines = new ArrayList<>(List.of(HEADER));
        rows.forEach(row -> lines.add(cells(row)));
        List<Integer> columns = IntStream.range(0, HEADER.size())
                .filter(column -> rows.stream().map(MigrationTable::cells).anyMatch(cells -> !cells.get(column)
                        .isEmpty()))
                .boxed()
                .toList();
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder padded = new StringBuilder();
            for (int column : columns) {
                int width = lines.stream()
                        .mapToInt(each -> each.get(column).length())
                        .max()
                        .orElse(0);
                padded.append(line.get(column))
                        .append(" ".repeat(width - line.get(column).length() + 2));
            }
            text.append(padded.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static List<String> cells(MigrationRow row) {
        return List.of(
                row.migration().version(),
                row.migration().description(),
                row.state().getDisplayName(),
                row.installedOn()
                        .map(moment -> moment.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(""),
                row.installedBy(),
                row.time().map(MigrationTable::words).orElse(""));
    }

    private static String words(Duration time) {
        return time.toMillis() < 10_000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
    }
}
