package dev.switchback.postgresql.lint;

import dev.switchback.lint.effect.ColumnState;
import dev.switchback.lint.effect.ConstraintState;
import dev.switchback.lint.effect.IndexState;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableState;
import dev.switchback.postgresql.SqlName;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Indexes built concurrently, and constraints that are added first and validated later. */
final class PostgresSaferWays implements SaferWays {

    private static final String ALONE = "-- in a migration of its own, which runs outside a transaction:";
    private static final int LONGEST_NAME = 63;
    private static final Pattern DEFERRABLE = Pattern.compile(" DEFERRABLE[^)]*$");
    private static final String NEXT = "-- in the next migration:";

    @Override
    public List<String> index(IndexState index, TableState table) {
        String build = index.definition().replaceFirst("(?<=INDEX) ", " CONCURRENTLY ") + ";";
        return table.isPartitioned() ? onPartitions(index, table) : List.of(ALONE, build);
    }

    private static List<String> onPartitions(IndexState index, TableState table) {
        String onParent = index.definition().replaceFirst(" ON (?!ONLY )", " ON ONLY ") + ";";
        return List.of(
                onParent,
                "-- for each partition, in a migration of its own, which runs outside a transaction:",
                index.definition()
                                .replaceFirst(
                                        "(?<=INDEX) \\S+ ON (ONLY )?\\S+",
                                        " CONCURRENTLY <partition>_idx ON <partition>")
                        + ";",
                "-- then, for each of them, until the index of " + table.name() + " is valid:",
                "ALTER INDEX %s ATTACH PARTITION <partition>_idx;".formatted(indexName(index, table)));
    }

    @Override
    public List<String> dropIndex(IndexState index, TableState table) {
        return table.isPartitioned()
                ? List.of()
                : List.of(ALONE, "DROP INDEX CONCURRENTLY %s;".formatted(indexName(index, table)));
    }

    @Override
    public List<String> constraint(ConstraintState constraint, TableState table, boolean replaces) {
        String alter = "ALTER TABLE " + quoted(table.name());
        String name = SqlName.quoteIfNeeded(constraint.name());
        String drop = replaces ? " DROP CONSTRAINT " + name + "," : "";
        return switch (constraint.sort()) {
            case CHECK, FOREIGN_KEY, NOT_NULL ->
                List.of(
                        "%s%s ADD CONSTRAINT %s %s NOT VALID;".formatted(alter, drop, name, constraint.definition()),
                        NEXT,
                        "%s VALIDATE CONSTRAINT %s;".formatted(alter, name));
            case UNIQUE, PRIMARY_KEY -> replaces ? List.of() : usingIndex(constraint, table);
            case EXCLUSION, OTHER -> List.of();
        };
    }

    private static List<String> usingIndex(ConstraintState constraint, TableState table) {
        IndexState index = table.indexes().get(constraint.index());
        if (index == null || table.isPartitioned()) {
            return List.of();
        }
        List<String> steps = new ArrayList<>();
        String alter = "ALTER TABLE " + quoted(table.name());
        steps.add(ALONE);
        steps.add(index.definition().replaceFirst("(?<=INDEX) ", " CONCURRENTLY ") + ";");
        steps.add(NEXT);
        Matcher deferrable = DEFERRABLE.matcher(constraint.definition());
        steps.add("%s ADD CONSTRAINT %s %s USING INDEX %s%s;"
                .formatted(
                        alter,
                        SqlName.quoteIfNeeded(constraint.name()),
                        constraint.sort() == ConstraintState.Sort.UNIQUE ? "UNIQUE" : "PRIMARY KEY",
                        SqlName.quoteIfNeeded(index.name()),
                        deferrable.find() ? deferrable.group() : ""));
        return steps;
    }

    @Override
    public List<String> afterColumns(Collection<ColumnState> columns, String table, List<String> steps) {
        if (steps.isEmpty() || columns.stream().anyMatch(column -> column.generated() != ColumnState.Generated.NOT)) {
            return List.of();
        }
        return Stream.concat(
                        columns.stream().map(column -> "ALTER TABLE %s ADD COLUMN %s %s%s;"
                                .formatted(
                                        quoted(table),
                                        SqlName.quoteIfNeeded(column.name()),
                                        column.type(),
                                        withDefault(column))),
                        steps.stream())
                .toList();
    }

    private static String withDefault(ColumnState column) {
        return column.expression().isEmpty()
                ? ""
                : " DEFAULT " + column.expression() + (column.isNotNull() ? " NOT NULL" : "");
    }

    @Override
    public List<String> notNull(List<String> columns, TableState table) {
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

    /** A name that the server keeps as it is. */
    private static String named(String of, String suffix) {
        String kept = of;
        while ((kept + suffix).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            kept = kept.substring(0, kept.length() - 1);
        }
        return kept + suffix;
    }

    private static String each(List<String> names, String format, String separator) {
        return names.stream().map(SqlName::quoteIfNeeded).map(format::formatted).collect(Collectors.joining(separator));
    }

    @Override
    public List<String> anotherColumn(ColumnState column, String table, String value) {
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

    @Override
    public boolean keepsRows(String before, String after) {
        return TypeChange.keepsRows(before, after);
    }

    @Override
    public List<String> columnThenDefault(ColumnState column, TableState table) {
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

    @Override
    public List<String> refresh(TableState view) {
        boolean hasKey = view.indexes().values().stream()
                .anyMatch(index -> index.isUnique()
                        && !index.columns().contains("")
                        && !index.definition().contains(" WHERE "));
        return hasKey
                ? List.of("REFRESH MATERIALIZED VIEW CONCURRENTLY %s;".formatted(quoted(view.name())))
                : List.of();
    }

    @Override
    public List<String> rebuildIndex(IndexState index, String table) {
        return List.of(
                ALONE,
                "REINDEX INDEX CONCURRENTLY %s.%s;"
                        .formatted(
                                SqlName.quoteIfNeeded(table.substring(0, table.indexOf('.'))),
                                SqlName.quoteIfNeeded(index.name())));
    }

    @Override
    public List<String> detachPartition(String partition, String parent) {
        return List.of(
                ALONE, "ALTER TABLE %s DETACH PARTITION %s CONCURRENTLY;".formatted(quoted(parent), quoted(partition)));
    }

    @Override
    public List<String> partition(TableState partition, boolean isAttached) {
        String alter = "ALTER TABLE " + quoted(partition.name());
        String check = SqlName.quoteIfNeeded(
                named(partition.name().substring(partition.name().indexOf('.') + 1), "_bound"));
        return List.of(
                "%s ADD CONSTRAINT %s CHECK (%s) NOT VALID;".formatted(alter, check, partition.bound()),
                NEXT,
                "%s VALIDATE CONSTRAINT %s;".formatted(alter, check),
                NEXT,
                isAttached
                        ? "ALTER TABLE %s ATTACH PARTITION %s FOR VALUES ...;"
                                .formatted(quoted(partition.parent()), quoted(partition.name()))
                        : "-- the statement as it is");
    }

    @Override
    public List<String> requiredColumns(List<ColumnState> columns, TableState table) {
        List<String> steps = new ArrayList<>();
        steps.add(columns.stream()
                .map(column -> "ADD COLUMN " + SqlName.quoteIfNeeded(column.name()) + " " + column.type())
                .collect(Collectors.joining(", ", "ALTER TABLE " + quoted(table.name()) + " ", ";")));
        steps.add("-- fill %s, some thousand rows in each transaction, and have the application write %s; then:"
                .formatted(columns.size() == 1 ? "it" : "them", columns.size() == 1 ? "it" : "them"));
        steps.addAll(notNull(columns.stream().map(ColumnState::name).toList(), table));
        return List.copyOf(steps);
    }

    @Override
    public List<String> trial(String step) {
        return ConcurrentTrial.of(step);
    }

    @Override
    public String lockTimeout() {
        return "SET lock_timeout = '5s'";
    }

    private static String indexName(IndexState index, TableState table) {
        return SqlName.quoteIfNeeded(table.name().substring(0, table.name().indexOf('.'))) + "."
                + SqlName.quoteIfNeeded(index.name());
    }

    /** A table's name with its schema; a dot within one of them is rarer than this code is worth. */
    private static String quoted(String qualified) {
        int dot = qualified.indexOf('.');
        return SqlName.qualified(qualified.substring(0, dot), qualified.substring(dot + 1));
    }
}
