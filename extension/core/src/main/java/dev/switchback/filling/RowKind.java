package dev.switchback.filling;

import java.util.List;
import org.apiguardian.api.API;

/** The kinds of generated rows. */
@API(status = API.Status.INTERNAL)
public enum RowKind {
    /** Every column that may be is null. */
    EMPTY,
    /** Every column holds a plain value. */
    FILLED,
    /** Every column holds the longest, largest or strangest value of its type. */
    EDGES,
    /** As the edges, but where one column holds the largest value the next one holds the smallest. */
    OPPOSITES,
    /** Every number is zero, every text and array empty. */
    ZEROS,
    /** The same as the filled one, but for what must be unique. */
    TWIN;

    /** The kinds over which migrations run: two rows of edges, and two that are the same. */
    public static List<RowKind> ofFive() {
        return List.of(EMPTY, FILLED, EDGES, TWIN, EDGES);
    }

    /** The kinds of which each table gets one by default. */
    public static List<RowKind> ofThree() {
        return List.of(EMPTY, FILLED, EDGES);
    }
}
