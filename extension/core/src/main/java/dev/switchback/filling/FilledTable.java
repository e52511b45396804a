package dev.switchback.filling;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern NO_PARENT = Pattern.compile("the foreign key .+ refers to (.+), which has no row");

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

    /** A table whose rows need one of another table, which has none. */
    @API(status = API.Status.INTERNAL)
    public static FilledTable withoutParent(String table, long wanted, String key, String parent) {
        return of(table, 0, wanted, "the foreign key " + key + " refers to " + parent + ", which has no row");
    }

    /** The table of which it needs a row and which has none, by its qualified name; empty if that is not why it got none. */
    @API(status = API.Status.INTERNAL)
    public Optional<String> missingParent() {
        Matcher said = NO_PARENT.matcher(reason);
        return said.matches() ? Optional.of(said.group(1).replace("\"", "")) : Optional.empty();
    }

    boolean isComplete() {
        return rows == wanted && emptyKeys.isEmpty();
    }
}
