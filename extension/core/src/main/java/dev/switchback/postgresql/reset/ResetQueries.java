package dev.switchback.postgresql.reset;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The queries before each reset.
 *
 * <p>Rows {@code (what, k, a, b)}: {@code m} is the moment at which the server last analyzed the statement number k; {@code v} are
 * the {@link RowVersions} of the table or catalog k that has rows; {@code s} is a sequence k that has moved.
 *
 * <p>A prepared statement is analyzed again after any change of the definition of a relation that it mentions: that is what
 * keeps plans right, and the server does not end a transaction before all sessions have been told. The constant {@code
 * timestamptz 'now'} is the moment of that analysis. As long as it stays the same, so do the columns, constraints, triggers and
 * policies of all those tables, and none of them need be read. What it does not tell of, such as functions, types, comments
 * and new relations, is in catalogs that are small or looked at through an index.
 *
 * @param checks the statements
 * @param contents one statement with the contents of all catalogs, rows {@code (k, a, b)}
 */
record ResetQueries(List<String> checks, String contents) {

    /** Each relation is locked while a statement runs, and a server has room for some thousand locks. */
    private static final int RELATIONS_PER_STATEMENT = 500;

    static ResetQueries of(int version, List<ResetTable> tables, List<ResetSequence> sequences, List<Long> others) {
        List<String> versions = new ArrayList<>();
        List<WatchedCatalog> quick = WatchedCatalog.quick(version);
        String ids = others.stream().map(String::valueOf).collect(joining(",", "'{", "}'::oid[]"));
        numbered(Stream.concat(quick.stream(), WatchedCatalog.ofRelations(ids).stream()))
                .forEach(catalog -> versions.add(catalog.catalog.versions(catalog.number)));
        int shared = versions.size();
        numbered(WatchedCatalog.shared().stream())
                .forEach(catalog -> versions.add(catalog.catalog.contents(shared + catalog.number)));
        tables.forEach(table -> versions.add(table.versions()));
        String contents = numbered(Stream.of(quick, WatchedCatalog.contentsOfRelations(), WatchedCatalog.shared())
                        .flatMap(List::stream))
                .map(catalog -> catalog.catalog.contents(catalog.number))
                .collect(joining(
                        "\nUNION ALL\n", "SELECT k, " + RowVersions.AGGREGATE + " FROM (\n", ") contents GROUP BY k"));
        return new ResetQueries(checks(versions, sequences), contents);
    }

    private static List<String> checks(List<String> versions, List<ResetSequence> sequences) {
        List<String> rows = new ArrayList<>();
        for (int from = 0; from < versions.size(); from += RELATIONS_PER_STATEMENT) {
            rows.add("SELECT 'v', k, " + RowVersions.AGGREGATE + " FROM (\n"
                    + String.join("\nUNION ALL\n", part(versions, from)) + ") versions GROUP BY k");
        }
        for (int from = 0; from < sequences.size(); from += RELATIONS_PER_STATEMENT) {
            rows.add(part(sequences, from).stream().map(ResetSequence::moved).collect(joining("\nUNION ALL\n")));
        }
        if (versions.size() + sequences.size() <= RELATIONS_PER_STATEMENT) {
            return List.of(check(0, String.join("\nUNION ALL\n", rows)));
        }
        return IntStream.range(0, rows.size())
                .mapToObj(number -> check(number, rows.get(number)))
                .toList();
    }

    /** Numbers, other than those of relations. */
    private record Numbered(int number, WatchedCatalog catalog) {}

    private static Stream<Numbered> numbered(Stream<WatchedCatalog> catalogs) {
        List<WatchedCatalog> all = catalogs.toList();
        return IntStream.range(0, all.size()).mapToObj(i -> new Numbered(i + 1, all.get(i)));
    }

    private static <T> List<T> part(List<T> all, int from) {
        return all.subList(from, Math.min(from + RELATIONS_PER_STATEMENT, all.size()));
    }

    private static String check(int number, String rows) {
        return """
               SELECT 'm' AS what, %s::int8 AS k, (extract(epoch FROM timestamptz 'now') * 1000000)::int8 AS a, 0::int8 AS b
               UNION ALL
               %s"""
                .formatted(number, rows);
    }
}
