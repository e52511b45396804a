package dev.switchback.migration.verdicts;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that is in a database, as texts from which it can be made again.
 *
 * @param schema statements that make the schema, without the semicolons at their ends
 * @param rows by table, as the server writes and reads them, in the order in which they lie
 * @param afterRows statements that follow from the rows, such as where sequences stand
 * @param facts what is only compared, a line each
 */
public record DatabaseState(
        List<String> schema, SortedMap<String, String> rows, List<String> afterRows, List<String> facts) {

    public DatabaseState {
        schema = List.copyOf(schema);
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
        afterRows = List.copyOf(afterRows);
        facts = List.copyOf(facts);
    }
}
