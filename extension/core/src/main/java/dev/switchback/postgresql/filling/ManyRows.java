package dev.switchback.postgresql.filling;

import dev.switchback.filling.FilledTable;
import dev.switchback.postgresql.SqlName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings many rows into a table that has taken some: the server counts, and makes each row of its number. Columns on which a
 * condition lies take turns with the values that the first rows have.
 */
final class ManyRows {

    private static final int AT_ONCE = 100_000;

    /** The numbers below have made values of the first rows. */
    private static final int FIRST = 1000;

    private final FillSession session;
    private final FilledCatalog catalog;

    ManyRows(FillSession session, FilledCatalog catalog) {
        this.session = session;
        this.catalog = catalog;
    }

    FilledTable fill(FilledTarget table, FilledTable few, long wanted) throws SQLException {
        if (!few.isFilled()) {
            return FilledTable.of(table.name(), 0, wanted, few.reason());
        }
        session.takeTime();
        long count = few.rows();
        String reason = "";
        try {
            while (count < wanted) {
                long until = Math.min(wanted, count + AT_ONCE);
                int written = session.attempt(statement(table, count, until));
                count += written;
                if (written == 0) {
                    reason = "a trigger or a rule of the table takes rows away without an error";
                    break;
                }
            }
        } catch (SQLException e) {
            reason = ServerWords.of(e);
        } finally {
            session.begin();
        }
        return FilledTable.of(table.name(), count, wanted, reason);
    }

    private String statement(FilledTarget table, long from, long until) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        StringBuilder joins = new StringBuilder();
        List<String> linked = new ArrayList<>();
        for (int i = 0; i < table.parents().size(); i++) {
            ParentLink link = table.parents().get(i);
            if (link.columns().stream().anyMatch(linked::contains)) {
                continue;
            }
            joins.append(join(link, i));
            for (int j = 0; j < link.columns().size(); j++) {
                linked.add(link.columns().get(j));
                names.add(SqlName.quote(link.columns().get(j)));
                values.add("p" + i + ".k" + j);
            }
        }
        for (FilledColumn column : table.columns()) {
            if (column.isWritten() && !linked.contains(column.name())) {
                names.add(column.sql());
                values.add(
                        isFree(table, column)
                                ? counted(column).orElseGet(() -> turn(table, column))
                                : turn(table, column));
            }
        }
        if (names.isEmpty()) {
            return "INSERT INTO " + table.sql() + " SELECT FROM generate_series(" + (from + 1) + ", " + until + ")";
        }
        return "INSERT INTO " + table.sql() + " (" + String.join(", ", names) + ") SELECT " + String.join(", ", values)
                + " FROM generate_series(" + (FIRST + from) + "::bigint, " + (FIRST + until - 1) + ") g" + joins;
    }

    private String join(ParentLink link, int i) {
        List<String> keys = new ArrayList<>();
        List<String> order = new ArrayList<>();
        List<String> given = new ArrayList<>();
        for (int j = 0; j < link.parentColumns().size(); j++) {
            String name = SqlName.quote(link.parentColumns().get(j));
            keys.add(name + " AS k" + j);
            order.add(name);
            given.add(name + " IS NOT NULL");
        }
        String rows = catalog.roots().getOrDefault(link.parent(), "") + " WHERE " + String.join(" AND ", given);
        String turn = i == 0 ? "g" : "(g + " + i + " * (g / n" + (i - 1) + ".n))";
        return " CROSS JOIN (SELECT greatest(count(*), 1) AS n FROM " + rows + ") n" + i + " LEFT JOIN (SELECT "
                + String.join(", ", keys) + ", row_number() OVER (ORDER BY " + String.join(", ", order)
                + ") - 1 AS n FROM " + rows + ") p" + i + " ON p" + i + ".n = " + turn + " % n" + i + ".n";
    }

    private static boolean isFree(FilledTarget table, FilledColumn column) {
        return column.type().checks().isEmpty()
                && table.conditions().stream()
                        .noneMatch(condition -> condition.kind() != TableCondition.Kind.UNIQUE
                                && condition.columns().contains(column.name()));
    }

    /** The value of a type by the number of its row; empty if it is not counted. */
    private static Optional<String> counted(FilledColumn column) {
        String word = SqlName.literal(column.name() + " ");
        int length = PlainValues.length(column.type(), column.modifier());
        return Optional.ofNullable(
                switch (column.type().shortName()) {
                    case "smallint" -> "(1 + g % 32000)::smallint";
                    case "integer" -> "(1 + g % 2000000000)::integer";
                    case "bigint" -> "1 + g";
                    case "numeric" -> numeric(column.modifier());
                    case "real", "double precision" -> "g + 0.5";
                    case "boolean" -> "g % 2 = 0";
                    case "text", "citext", "character varying" ->
                        length < column.name().length() + 12 ? "left(to_hex(g), " + length + ")" : word + " || g + 1";
                    case "uuid" ->
                        "(lpad(to_hex(" + (column.name().hashCode() & 0x7FFFFFFF)
                                + "), 8, '0') || '-0000-4000-8000-' || lpad(to_hex(g), 12, '0'))::uuid";
                    case "date" -> "date '2020-01-01' + (g % 10000)::integer";
                    case "timestamp without time zone" -> "timestamp '2020-01-01' + g * interval '1 minute'";
                    case "timestamp with time zone" -> "timestamptz '2020-01-01 00:00Z' + g * interval '1 minute'";
                    case "jsonb" -> "jsonb_build_object('n', g)";
                    case "json" -> "json_build_object('n', g)";
                    case "bytea" -> "int8send(g)";
                    default -> null;
                });
    }

    private static String numeric(int modifier) {
        if (modifier < 0) {
            return "g + 0.5";
        }
        int whole = Math.min(17, PlainValues.precision(modifier) - Math.max(0, PlainValues.scale(modifier)));
        return whole < 1 ? "0" : "g % " + "1" + "0".repeat(whole);
    }

    /** One of the values that the first rows have. */
    private static String turn(FilledTarget table, FilledColumn column) {
        String has = "FROM ONLY " + table.sql() + " WHERE " + column.sql() + " IS NOT NULL";
        String type = column.type().name();
        return "CAST((SELECT array_agg(DISTINCT " + column.sql() + "::text) " + has
                + " )[1 + g % (SELECT greatest(count(DISTINCT " + column.sql() + "::text), 1) " + has + ")] AS " + type
                + ")";
    }
}
