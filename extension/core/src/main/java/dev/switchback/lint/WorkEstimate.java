package dev.switchback.lint;

import dev.switchback.lint.effect.TableEffect;
import java.util.Locale;

/**
 * The time that work on a table may take in production, to the order of magnitude: the figures are those of narrow rows that are in memory, on
 * a server that does nothing else.
 */
final class WorkEstimate {

    private static final double MICROSECONDS = 1e-6;
    private static final double READ = MICROSECONDS;
    private static final double WRITE_ANEW = 4 * MICROSECONDS;
    private static final double BUILD_INDEX = 2 * MICROSECONDS;
    private static final double UPDATE = 10 * MICROSECONDS;

    private WorkEstimate() {}

    /**
     * The sentence on a table, to which or to a partition of which something is done: {@code In production public.orders has about 12,000,000 rows: reading
     * them takes in the order of 12 seconds.}
     */
    static String sentence(String table, long rows, TableEffect work) {
        return rows == 0
                ? size(table, rows) + "."
                : "%s: %s takes in the order of %s."
                        .formatted(size(table, rows), work(work), words(seconds(work) * rows));
    }

    static String size(String table, long rows) {
        return rows == 0
                ? "In production %s is empty".formatted(table)
                : "In production %s has about %s rows".formatted(table, String.format(Locale.ROOT, "%,d", rows));
    }

    private static String work(TableEffect table) {
        if (table.isRewritten()) {
            return "writing them anew";
        }
        if (!table.addedIndexes().isEmpty()) {
            return table.addedIndexes().size() == 1 ? "building the index" : "building the indexes";
        }
        return table.writes() ? "changing them" : "reading them";
    }

    private static double seconds(TableEffect table) {
        if (table.isRewritten()) {
            int indexes = table.after().map(state -> state.indexes().size()).orElse(0);
            return WRITE_ANEW + indexes * BUILD_INDEX;
        }
        if (!table.addedIndexes().isEmpty()) {
            return table.addedIndexes().size() * BUILD_INDEX;
        }
        return table.writes() ? UPDATE : READ;
    }

    private static String words(double seconds) {
        if (seconds < 1) {
            return "less than a second";
        }
        if (seconds < 120) {
            return rounded(seconds, "second");
        }
        return seconds < 7200 ? rounded(seconds / 60, "minute") : rounded(seconds / 3600, "hour");
    }

    private static String rounded(double number, String unit) {
        long whole = Math.round(number);
        return whole + " " + unit + (whole == 1 ? "" : "s");
    }
}
