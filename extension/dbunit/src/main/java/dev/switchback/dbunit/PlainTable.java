package dev.switchback.dbunit;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.FixtureRow;
import dev.switchback.fixture.FixtureTable;
import dev.switchback.fixture.FixtureValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dbunit.dataset.Column;
import org.dbunit.dataset.DataSetException;
import org.dbunit.dataset.DefaultTable;
import org.dbunit.dataset.ITable;
import org.dbunit.dataset.datatype.DataType;
import org.jspecify.annotations.Nullable;

/** A table of fixtures as one of DbUnit's. */
final class PlainTable {

    private PlainTable() {}

    static ITable of(FixtureTable table) {
        if (!table.series().isEmpty()) {
            throw unknown(table.series().get(0).location(), "rows that are generated");
        }
        Set<String> columns = new LinkedHashSet<>();
        if (table.rows().stream().anyMatch(row -> !row.label().isEmpty())) {
            columns.add(DataSetReader.LABEL);
        }
        table.rows().forEach(row -> columns.addAll(row.values().keySet()));
        List<String> names = List.copyOf(columns);
        return of(table.name(), names, table.rows().stream().map(row -> texts(row, names)));
    }

    static ITable of(String name, List<String> columns, Stream<@Nullable String[]> rows) {
        DefaultTable table = new DefaultTable(
                name,
                columns.stream()
                        .map(column -> new Column(column, DataType.UNKNOWN))
                        .toArray(Column[]::new));
        rows.forEach(row -> {
            try {
                table.addRow(row);
            } catch (DataSetException e) {
                throw new FixtureException("A data set cannot hold a row of " + name + ": " + e.getMessage(), e);
            }
        });
        return table;
    }

    private static @Nullable String[] texts(FixtureRow row, List<String> columns) {
        @Nullable String[] texts = new @Nullable String[columns.size()];
        for (int i = 0; i < texts.length; i++) {
            FixtureValue value = row.values().get(columns.get(i));
            texts[i] = columns.get(i).equals(DataSetReader.LABEL) ? row.label() : value == null ? null : text(value);
        }
        return texts;
    }

    private static @Nullable String text(FixtureValue value) {
        if (value instanceof FixtureValue.Scalar scalar) {
            return scalar.text();
        }
        if (value instanceof FixtureValue.Nothing) {
            return null;
        }
        throw unknown(
                value.location(),
                value instanceof FixtureValue.Reference reference
                        ? "the reference $" + reference.label()
                        : value instanceof FixtureValue.Expression expression
                                ? "the value of @" + expression.name()
                                : "a value of several parts");
    }

    private static FixtureException unknown(dev.switchback.fixture.SourceLocation location, String what) {
        return FixtureException.at(
                location,
                "%s is known when it is in a database: seed these fixtures there, then read the tables with toDataSet(dataSource, tables)"
                        .formatted(what));
    }
}
