package dev.switchback.postgresql.filling;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The rows that are taken out again when all tables are filled.
 *
 * @param places their places among the new rows of each table, the first being 1
 * @param standing how many rows each of these tables held before
 */
record RemovedRows(FillSession session, Map<FilledTarget, Set<Integer>> places, Map<FilledTarget, Long> standing) {

    /** To be called before the tables are filled. */
    static RemovedRows of(FillSession session, List<FilledTarget> tables, Map<String, Set<Integer>> removed)
            throws SQLException {
        Map<FilledTarget, Set<Integer>> places = new LinkedHashMap<>();
        Map<FilledTarget, Long> standing = new HashMap<>();
        for (FilledTarget table : tables) {
            if (removed.containsKey(table.name())) {
                places.put(table, removed.getOrDefault(table.name(), Set.of()));
                standing.put(table, count(session, "SELECT count(*) FROM " + table.sql()));
            }
        }
        return new RemovedRows(session, places, standing);
    }

    private static long count(FillSession session, String query) throws SQLException {
        return Long.parseLong(String.valueOf(session.rows(query).get(0).get(0)));
    }

    /** Takes them out, the last first; one that the schema does not let go stays. */
    void remove() throws SQLException {
        for (Map.Entry<FilledTarget, Set<Integer>> table : places.entrySet()) {
            for (int place : new TreeSet<>(table.getValue()).descendingSet()) {
                session.isTaken(delete(table.getKey(), standing.getOrDefault(table.getKey(), 0L) + place));
            }
        }
    }

    private static String delete(FilledTarget table, long place) {
        return """
               WITH removed AS (DELETE FROM %1$s WHERE (tableoid, ctid) IN
                 (SELECT tableoid, ctid FROM %1$s ORDER BY tableoid, ctid OFFSET %2$s LIMIT 1) RETURNING 1)
               SELECT count(*) FROM removed"""
                .formatted(table.sql(), place - 1);
    }
}
