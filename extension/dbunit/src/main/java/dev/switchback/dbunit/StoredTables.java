package dev.switchback.dbunit;

import dev.switchback.fixture.FixtureDialect;
import dev.switchback.fixture.ReadTransaction;
import dev.switchback.fixture.StoredRows;
import dev.switchback.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.dbunit.dataset.ITable;
import org.jspecify.annotations.Nullable;

/** The content of a database, read in one snapshot. */
final class StoredTables {

    private StoredTables() {}

    static List<ITable> read(DataSource database, List<String> names) {
        return ReadTransaction.on(database, (connection, schema) -> {
            StoredRows store = FixtureDialect.ofProduct(schema.product()).open(connection, schema);
            List<ITable> tables = new ArrayList<>();
            for (String name : names) {
                tables.add(read(name, schema.table(name), store));
            }
            return tables;
        });
    }

    private static ITable read(String name, Table table, StoredRows store) throws SQLException {
        List<String> columns = table.columns().stream()
                .filter(column -> column.attribute("generated").isEmpty())
                .map(column -> column.name().name())
                .toList();
        List<@Nullable String[]> rows = new ArrayList<>();
        store.read(table.object(), columns, row -> rows.add(row.clone()));
        return PlainTable.of(name, columns, rows.stream());
    }
}
