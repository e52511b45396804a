package dev.switchback.filling;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 */
@API(status = API.Status.INTERNAL)
public record FillPlan(
        long seed,
        int rowsPerTable,
        List<RowKind> kinds,
        List<RowHint> hints,
        Predicate<String> wanted,
        Map<String, List<Map<String, Optional<String>>>> preferred) {

    public FillPlan {
        kinds = List.copyOf(kinds);
        hints = List.copyOf(hints);
        preferred = Map.copyOf(preferred);
    }

    /** Three rows in every table: one of each kind. */
    public static FillPlan defaults() {
        return new FillPlan(0, 3, RowKind.ofThree(), List.of(), table -> true, Map.of());
    }

    public FillPlan withHints(List<RowHint> all) {
        return new FillPlan(seed, rowsPerTable, kinds, all, wanted, preferred);
    }

    /** The same rows, but of these kinds only, and as many in each table. */
    public FillPlan withKinds(List<RowKind> only) {
        return new FillPlan(seed, only.size(), only, hints, wanted, preferred);
    }

    public FillPlan withTables(Predicate<String> only) {
        return new FillPlan(seed, rowsPerTable, kinds, hints, only, preferred);
    }

    public FillPlan withPreferred(Map<String, List<Map<String, Optional<String>>>> values) {
        return new FillPlan(seed, rowsPerTable, kinds, hints, wanted, values);
    }
}
