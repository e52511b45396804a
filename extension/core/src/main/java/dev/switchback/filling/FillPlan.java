package dev.switchback.filling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * The rows to be made.
 *
 * @param seed what chance begins with
 * @param rowsPerTable how many rows each table gets, if it can take them
 * @param kinds the kinds of rows, which take turns
 * @param hints conditions beside those of the schema
 * @param wanted the tables that get rows, by qualified name
 * @param preferred values to be tried before any other, by table and then by row
 * @param shared columns in which a row like the filled one is like it, too, although more than they alone is unique, by table
 * @param removed rows that are taken out again in the end, by table: their places, the first being 1
 */
@API(status = API.Status.INTERNAL)
public record FillPlan(
        long seed,
        int rowsPerTable,
        List<RowKind> kinds,
        List<RowHint> hints,
        Predicate<String> wanted,
        Map<String, List<Map<String, Optional<String>>>> preferred,
        Map<String, Set<String>> shared,
        Map<String, Set<Integer>> removed) {

    public FillPlan {
        kinds = List.copyOf(kinds);
        hints = List.copyOf(hints);
        preferred = Map.copyOf(preferred);
        shared = Map.copyOf(shared);
        removed = Map.copyOf(removed);
    }

    /** Three rows in every table: one of each kind. */
    public static FillPlan defaults() {
        return new FillPlan(0, 3, RowKind.ofThree(), List.of(), table -> true, Map.of(), Map.of(), Map.of());
    }

    public FillPlan withSeed(long other) {
        return new FillPlan(other, rowsPerTable, kinds, hints, wanted, preferred, shared, removed);
    }

    public FillPlan withRowsPerTable(int rows) {
        return new FillPlan(seed, rows, kinds, hints, wanted, preferred, shared, removed);
    }

    public FillPlan withHints(List<RowHint> all) {
        return new FillPlan(seed, rowsPerTable, kinds, all, wanted, preferred, shared, removed);
    }

    /** The same rows, but of these kinds only, and as many in each table. */
    public FillPlan withKinds(List<RowKind> only) {
        return new FillPlan(seed, only.size(), only, hints, wanted, preferred, shared, removed);
    }

    public FillPlan withTables(Predicate<String> only) {
        return new FillPlan(seed, rowsPerTable, kinds, hints, only, preferred, shared, removed);
    }

    public FillPlan withPreferred(Map<String, List<Map<String, Optional<String>>>> values) {
        return new FillPlan(seed, rowsPerTable, kinds, hints, wanted, values, shared, removed);
    }

    public FillPlan withShared(Map<String, Set<String>> columns) {
        return new FillPlan(seed, rowsPerTable, kinds, hints, wanted, preferred, columns, removed);
    }

    /** All of these rows but one of a table, at this place. */
    public FillPlan without(String table, int place) {
        Map<String, Set<Integer>> more = new HashMap<>(removed);
        Set<Integer> places = new TreeSet<>(removed.getOrDefault(table, Set.of()));
        places.add(place);
        more.put(table, places);
        return new FillPlan(seed, rowsPerTable, kinds, hints, wanted, preferred, shared, more);
    }
}
