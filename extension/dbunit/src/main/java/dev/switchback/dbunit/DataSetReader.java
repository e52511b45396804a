package dev.switchback.dbunit;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.FixturePart;
import dev.switchback.fixture.FixtureRow;
import dev.switchback.fixture.FixtureTable;
import dev.switchback.fixture.FixtureValue;
import dev.switchback.fixture.NameCase;
import dev.switchback.fixture.SourceLocation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dbunit.dataset.Column;
import org.dbunit.dataset.DataSetException;
import org.dbunit.dataset.IDataSet;
import org.dbunit.dataset.ITable;
import org.dbunit.dataset.ITableIterator;

/** Makes fixtures of a data set. */
final class DataSetReader {

    /** The column for a row's label, for which DbUnit has no word. XML allows no {@code $label}, as CSV has it. */
    static final String LABEL = "_label";

    private DataSetReader() {}

    static List<FixturePart> read(IDataSet dataSet, DataSetValues values, RowPlaces places) {
        try {
            List<FixturePart> tables = new ArrayList<>();
            ITableIterator iterator = dataSet.iterator();
            while (iterator.next()) {
                tables.add(table(iterator.getTable(), values, places));
            }
            return List.copyOf(tables);
        } catch (DataSetException e) {
            throw new FixtureException("The data set cannot be read: " + e.getMessage(), e);
        }
    }

    private static FixtureTable table(ITable table, DataSetValues values, RowPlaces places) throws DataSetException {
        String name = table.getTableMetaData().getTableName();
        Column[] columns = table.getTableMetaData().getColumns();
        List<FixtureRow> rows = new ArrayList<>();
        for (int row = 0; row < table.getRowCount(); row++) {
            SourceLocation location = places.of(name, row);
            Map<String, FixtureValue> given = new LinkedHashMap<>();
            String label = "";
            for (Column column : columns) {
                Object value = table.getValue(row, column.getColumnName());
                if (isLabel(column.getColumnName())) {
                    label = value == null ? "" : value.toString();
                } else if (value != ITable.NO_VALUE) {
                    given.put(column.getColumnName(), values.of(value, location));
                }
            }
            rows.add(new FixtureRow(label, given, location));
        }
        return new FixtureTable(name, rows, List.of(), places.of(name, 0), NameCase.CAPITALS_FOR_SMALL);
    }

    static boolean isLabel(String column) {
        return column.equalsIgnoreCase(LABEL) || column.equalsIgnoreCase("$label");
    }
}
