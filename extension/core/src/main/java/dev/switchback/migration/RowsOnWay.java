package dev.switchback.migration;

import org.apiguardian.api.API;

/**
 * A table whose rows were others after one way of a step than before it. Where the numbers are the same, the rows are not.
 *
 * @param way up, down, or up again
 * @param table its qualified name
 * @param before how many rows it held; 0 also where there was no such table
 * @param after how many it held afterwards
 * @param isGenerated whether the step went over generated rows
 */
@API(status = API.Status.INTERNAL)
public record RowsOnWay(Way way, String table, long before, long after, boolean isGenerated) {

    /** The ways of a step. */
    public enum Way {
        UP,
        DOWN,
        AGAIN
    }

    /** The same over generated rows. */
    public RowsOnWay overGenerated() {
        return new RowsOnWay(way, table, before, after, true);
    }
}
