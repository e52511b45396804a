package dev.switchback.report;

import dev.switchback.lint.MigrationLocks;
import dev.switchback.migration.RowsOnWay;
import java.util.List;
import java.util.Locale;

/**
 * Rows that came, went or changed.
 *
 * @param counts tables whose rows were others after a way than before it, in the order of the ways
 * @param written rows that the statements of the migration wrote, as the lint saw them
 */
public record ReportedRows(List<Count> counts, List<Written> written) {

    /** Nothing was seen to happen to a row. */
    static final ReportedRows NONE = new ReportedRows(List.of(), List.of());

    /**
     * A table before and after one way. Where the numbers are the same, the rows are not.
     *
     * @param way up, down or again
     * @param isGenerated whether the rows were generated ones, too
     */
    public record Count(String way, String table, long before, long after, boolean isGenerated) {

        long gained() {
            return Math.max(0, after - before);
        }

        long lost() {
            return Math.max(0, before - after);
        }
    }

    /** A table of which rows were written. */
    public record Written(String table, long inserted, long updated, long deleted) {}

    public ReportedRows {
        counts = List.copyOf(counts);
        written = List.copyOf(written);
    }

    static ReportedRows of(List<RowsOnWay> counts) {
        return new ReportedRows(
                counts.stream()
                        .map(count -> new Count(
                                count.way().name().toLowerCase(Locale.ROOT),
                                count.table(),
                                count.before(),
                                count.after(),
                                count.isGenerated()))
                        .toList(),
                List.of());
    }

    ReportedRows with(MigrationLocks seen) {
        return new ReportedRows(
                counts,
                seen.written().stream()
                        .map(rows -> new Written(rows.table(), rows.inserted(), rows.updated(), rows.deleted()))
                        .toList());
    }

    boolean isEmpty() {
        return counts.isEmpty() && written.isEmpty();
    }
}
