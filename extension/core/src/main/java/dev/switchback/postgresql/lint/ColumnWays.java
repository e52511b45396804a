package dev.switchback.postgresql.lint;

import static dev.switchback.postgresql.lint.SaferText.NEXT;
import static dev.switchback.postgresql.lint.SaferText.named;
import static dev.switchback.postgresql.lint.SaferText.quoted;

import dev.switchback.lint.effect.ColumnState;
import dev.switchback.lint.effect.TableState;
import dev.switchback.postgresql.SqlName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns that are added without a rewrite, filled a part at a time, and made NOT NULL behind a validated CHECK. */
final class ColumnWays {

    private ColumnWays() {}

    static List<String> beside(Collection<ColumnState> columns, TableState table, List<String> steps) {
        if (steps.isEmpty() || columns.stream().anyMatch(column -> column.generated() != ColumnState.Generated.NOT)) {
            return List.of();
        }
        return Stream.concat(columns.stream().flatMap(column -> added(column, table).stream()), steps.stream())
                .toList();
    }

    /** Without a rewrite; a default that is the same for all rows needs none. */
    private static List<String> added(ColumnState column, TableState table) {
        return column.varies()
                ? thenDefault(column, table)
                : List.of("ALTER TABLE %s ADD COLUMN %s %s%s;"
                        .formatted(
                                quoted(table.name()),
                                SqlName.quoteIfNeeded(column.name()),
                                column.type(),
                                withDefault(column)));
    }

    private static String withDefault(ColumnState column) {
        return column.expression().isEmpty()
                ? ""
                : " DEFAULT " + column.expression() + (column.isNotNull() ? " NOT NULL" : "");
    }

    static List<String> notNull(List<String> columns, TableState table) {
        String alter = "ALTER TABLE " + quoted(table.name());
        String own = table.name().substring(table.name().indexOf('.') + 1);
        String check = SqlName.quoteIfNeeded(named(own + "_" + String.join("_", columns), "_not_null_check"));
        return List.of(
                "%s ADD CONSTRAINT %s CHECK (%s) NOT VALID;"
                        .formatted(alter, check, each(columns, "%s IS NOT NULL", " AND ")),
                NEXT,
                "%s VALIDATE CONSTRAINT %s;".formatted(alter, check),
                NEXT,
                "%s %s;".formatted(alter, each(columns, "ALTER COLUMN %s SET NOT NULL", ", ")),
                "%s DROP CONSTRAINT %s;".formatted(alter, check));
    }

    private static String each(List<String> names, String format, String separator) {
        return names.stream().map(SqlName::quoteIfNeeded).map(format::formatted).collect(Collectors.joining(separator));
    }

    static List<String> another(ColumnState column, String table, String value) {
        String alter = "ALTER TABLE " + quoted(table);
        String other = SqlName.quoteIfNeeded(column.name() + "_new");
        String own = SqlName.quoteIfNeeded(column.name());
        return List.of(
                "%s ADD COLUMN %s %s;".formatted(alter, other, column.type()),
                "-- give it what the old one has: default, NOT NULL, keys, checks, indexes",
                "-- write both columns: by the application, or by a trigger",
                "-- fill it, some thousand rows in each transaction:",
                "UPDATE %s SET %s = %s WHERE %s IS NULL AND <key> BETWEEN <from> AND <to>;"
                        .formatted(quoted(table), other, value.isEmpty() ? own : value, other),
                "-- when the application uses " + other + " alone:",
                "%s DROP COLUMN %s;".formatted(alter, own));
    }

    static List<String> thenDefault(ColumnState column, TableState table) {
        String alter = "ALTER TABLE " + quoted(table.name());
        String own = SqlName.quoteIfNeeded(column.name());
        List<String> steps = List.of(
                "%s ADD COLUMN %s %s;".formatted(alter, own, column.type()),
                "%s ALTER COLUMN %s SET DEFAULT %s;".formatted(alter, own, column.expression()),
                "-- then, some thousand rows in each transaction:",
                "UPDATE %s SET %s = DEFAULT WHERE %s IS NULL AND <key> BETWEEN <from> AND <to>;"
                        .formatted(quoted(table.name()), own, own));
        return column.isNotNull()
                ? Stream.of(steps, List.of(NEXT), notNull(List.of(column.name()), table))
                        .flatMap(List::stream)
                        .toList()
                : steps;
    }

    static List<String> required(List<ColumnState> columns, TableState table) {
        List<String> steps = new ArrayList<>();
        steps.add(columns.stream()
                .map(column -> "ADD COLUMN " + SqlName.quoteIfNeeded(column.name()) + " " + column.type())
                .collect(Collectors.joining(", ", "ALTER TABLE " + quoted(table.name()) + " ", ";")));
        steps.add("-- fill %s, some thousand rows in each transaction, and have the application write %s; then:"
                .formatted(columns.size() == 1 ? "it" : "them", columns.size() == 1 ? "it" : "them"));
        steps.addAll(notNull(columns.stream().map(ColumnState::name).toList(), table));
        return List.copyOf(steps);
    }
}
