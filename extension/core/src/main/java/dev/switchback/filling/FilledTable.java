package dev.switchback.filling;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * A table into which rows were to be brought.
 *
 * @param table its qualified name
 * @param rows how many rows were brought in
 * @param wanted how many were to be
 * @param reason why they are fewer, in the server's words where the server said it; empty if they are not
 * @param emptyKeys foreign keys that no row has a value in, although they may hold one, each with the reason
 */
public record FilledTable(String table, long rows, long wanted, String reason, List<String> emptyKeys) {

    private static final String HAS_ROWS = "; it has rows already";

    public FilledTable {
        emptyKeys = List.copyOf(emptyKeys);
    }

    /** A table whose keys all have a value somewhere. */
    @API(status = API.Status.INTERNAL)
    public static FilledTable of(String table, long rows, long wanted, String reason) {
        return new FilledTable(table, rows, wanted, reason, List.of());
    }

    @API(status = API.Status.INTERNAL)
    public FilledTable withEmptyKeys(List<String> keys) {
        return new FilledTable(table, rows, wanted, reason, keys);
    }

    /** Whether it got at least one row. */
    public boolean isFilled() {
        return rows > 0;
    }

    /** {@code public.orders: 3 rows}, with the reason where they are fewer than wanted, and the foreign keys that stayed empty. */
    @Override
    public String toString() {
        String count = rows == 1 ? "1 row" : (rows == 0 ? "no row" : rows + " rows");
        String keys = emptyKeys.stream().map(key -> "; in none " + key).collect(Collectors.joining());
        return table + ": " + count + (rows < wanted ? " of " + wanted + ", because " + reason : "") + keys;
    }

    /** A table that takes no more, but has rows. */
    @API(status = API.Status.INTERNAL)
    public static FilledTable withRowsAlready(String table, long wanted, String reason) {
        return of(table, 0, wanted, reason + HAS_ROWS);
    }

    /** Whether it got none, but had rows before. */
    @API(status = API.Status.INTERNAL)
    public boolean hasRowsAlready() {
        return reason.endsWith(HAS_ROWS);
    }

    boolean isComplete() {
        return rows == wanted && emptyKeys.isEmpty();
    }
}
