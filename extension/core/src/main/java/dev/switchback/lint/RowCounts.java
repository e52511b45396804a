package dev.switchback.lint;

import dev.switchback.testfiles.TestFile;
import dev.switchback.testfiles.TestFileException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file with the numbers of rows that tables have, as {@code pg_class} has them. A negative number says that nobody has counted.
 *
 * @param byTable names, with their schema where the file has one
 * @param places the line of each name
 */
record RowCounts(Map<String, Long> byTable, Map<String, String> places) {

    static final RowCounts NONE = new RowCounts(Map.of(), Map.of());

    private static final Pattern CELL = Pattern.compile("\\G(?:\"((?:[^\"]|\"\")*)\"|([^\",]*))(,|$)");

    /**
     * Reads a file below the test resources.
     *
     * @param advice a sentence on how such a file is written
     * @throws LintException if there is none, or a line is not understood
     */
    static RowCounts read(String name, String advice) {
        String text;
        try {
            text = TestFile.named(name)
                    .read()
                    .orElseThrow(() ->
                            new LintException("There is no file %s with numbers of rows below src/test/resources.%n%s"
                                    .formatted(name, advice)));
        } catch (TestFileException e) {
            throw new LintException(String.valueOf(e.getMessage()), e);
        }
        return parse(name, text, advice);
    }

    static RowCounts parse(String name, String text, String advice) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Map<String, String> places = new LinkedHashMap<>();
        Columns columns = new Columns(-1, 0, 1);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String place = name + ":" + (i + 1);
            List<String> cells = cells(lines.get(i));
            if (lines.get(i).isBlank()) {
                continue;
            }
            if (i == 0 && cells.contains("relname")) {
                columns = Columns.of(cells, place, advice);
                continue;
            }
            String table = columns.table(cells, place, lines.get(i), advice);
            if (counts.put(table, columns.rows(cells, place, lines.get(i), advice)) != null) {
                throw new LintException(
                        "%s: %s stands twice, at %s, too. Where tables of several schemas have one name, add their schema: schemaname,relname,reltuples"
                                .formatted(place, table, places.get(table)));
            }
            places.put(table, place);
        }
        if (counts.isEmpty()) {
            throw new LintException("%s names no table with its number of rows.%n%s".formatted(name, advice));
        }
        return new RowCounts(counts, places);
    }

    /** The cells of a line; empty if its quotes are not closed. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        Matcher matcher = CELL.matcher(line);
        int end = 0;
        while (end < line.length() && matcher.find(end)) {
            cells.add(
                    matcher.group(1) == null
                            ? matcher.group(2).strip()
                            : matcher.group(1).replace("\"\"", "\""));
            end = matcher.end();
        }
        return end == line.length() ? cells : List.of();
    }

    /** The places of what is read in a line; that of the schema is negative if there is none. */
    private record Columns(int schema, int table, int rows) {

        static Columns of(List<String> header, String place, String advice) {
            if (!header.contains("reltuples")) {
                throw new LintException("%s: there is no column reltuples, but %s.%n%s"
                        .formatted(place, String.join(", ", header), advice));
            }
            int schema = Math.max(header.indexOf("schemaname"), header.indexOf("nspname"));
            return new Columns(schema, header.indexOf("relname"), header.indexOf("reltuples"));
        }

        String table(List<String> cells, String place, String line, String advice) {
            if (cells.size() <= Math.max(schema, Math.max(table, rows))
                    || cells.get(table).isEmpty()) {
                throw notUnderstood(place, line, advice);
            }
            return schema < 0 ? cells.get(table) : cells.get(schema) + "." + cells.get(table);
        }

        long rows(List<String> cells, String place, String line, String advice) {
            try {
                return new BigDecimal(cells.get(rows).toLowerCase(Locale.ROOT)).longValue();
            } catch (NumberFormatException e) {
                throw notUnderstood(place, line, advice);
            }
        }

        private static LintException notUnderstood(String place, String line, String advice) {
            return new LintException("%s: %s%nA line is a table and its number of rows, such as orders,1200000. %s"
                    .formatted(place, line, advice));
        }
    }
}
