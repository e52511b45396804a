package dev.switchback.postgresql.lint;

import static dev.switchback.postgresql.lint.SaferText.ALONE;
import static dev.switchback.postgresql.lint.SaferText.NEXT;
import static dev.switchback.postgresql.lint.SaferText.named;
import static dev.switchback.postgresql.lint.SaferText.quoted;

import dev.switchback.lint.effect.ColumnState;
import dev.switchback.lint.effect.ConstraintState;
import dev.switchback.lint.effect.IndexState;
import dev.switchback.lint.effect.SaferWays;
import dev.switchback.lint.effect.TableState;
import dev.switchback.postgresql.SqlName;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Indexes built concurrently, and constraints that are added first and validated later. */
final class PostgresSaferWays implements SaferWays {

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
    public List<String> constraint(ConstraintState constraint, TableState table, Optional<ConstraintState> replaced) {
        String alter = "ALTER TABLE " + quoted(table.name())
                + replaced.map(KeyWays::drop).orElse("");
        String name = SqlName.quoteIfNeeded(constraint.name());
        return switch (constraint.sort()) {
            case CHECK, FOREIGN_KEY, NOT_NULL ->
                List.of(
                        "%s ADD CONSTRAINT %s %s NOT VALID;".formatted(alter, name, constraint.definition()),
                        NEXT,
                        "ALTER TABLE %s VALIDATE CONSTRAINT %s;".formatted(quoted(table.name()), name));
            case UNIQUE, PRIMARY_KEY -> KeyWays.usingIndex(constraint, table, replaced);
            case EXCLUSION, OTHER -> List.of();
        };
    }

    @Override
    public List<String> afterColumns(Collection<ColumnState> columns, TableState table, List<String> steps) {
        return ColumnWays.beside(columns, table, steps);
    }

    @Override
    public List<String> notNull(List<String> columns, TableState table) {
        return ColumnWays.notNull(columns, table);
    }

    @Override
    public List<String> requiredColumns(List<ColumnState> columns, TableState table) {
        return ColumnWays.required(columns, table);
    }

    @Override
    public List<String> anotherColumn(ColumnState column, String table, String value) {
        return ColumnWays.another(column, table, value);
    }

    @Override
    public List<String> columnThenDefault(ColumnState column, TableState table) {
        return ColumnWays.thenDefault(column, table);
    }

    @Override
    public boolean keepsRows(String before, String after) {
        return TypeChange.keepsRows(before, after);
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
    public List<String> trial(String step) {
        return ConcurrentTrial.of(KeyWays.trial(step));
    }

    @Override
    public String lockTimeout() {
        return "SET lock_timeout = '5s'";
    }

    private static String indexName(IndexState index, TableState table) {
        return SqlName.quoteIfNeeded(table.name().substring(0, table.name().indexOf('.'))) + "."
                + SqlName.quoteIfNeeded(index.name());
    }
}
