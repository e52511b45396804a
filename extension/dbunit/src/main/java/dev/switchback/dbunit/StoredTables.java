package dev.switchback.dbunit;

import dev.switchback.fixture.FixtureDialects;
import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.RowStore;
import dev.switchback.fixture.export.ExportDialect;
import dev.switchback.schema.Schema;
import dev.switchback.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.dbunit.dataset.ITable;
import org.jspecify.annotations.Nullable;

/** What a database holds, read in one snapshot. */
final class StoredTables {

    private StoredTables() {}

    static List<ITable> read(DataSource database, List<String> names) {
        try (Connection connection = database.getConnection()) {
            boolean committing = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                return read(connection, names);
            } finally {
                connection.rollback();
                connection.setAutoCommit(committing);
            }
        } catch (SQLException e) {
            throw new FixtureException("The database cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<ITable> read(Connection connection, List<String> names) throws SQLException {
        ExportDialect.of(connection.getMetaData().getDatabaseProductName()).begin(connection);
        Schema schema = Schema.read(connection);
        RowStore store = FixtureDialects.ofProduct(schema.product()).open(connection, schema);
        List<ITable> tables = new ArrayList<>();
        for (String name : names) {
            tables.add(read(name, schema.table(name), store));
        }
        return tables;
    }

    private static ITable read(String name, Table table, RowStore store) throws SQLException {
        List<String> columns = table.columns().stream()
                .filter(column -> column.attribute("generated").isEmpty())
                .map(column -> column.name().name())
                .toList();
        List<@Nullable String[]> rows = new ArrayList<>();
        store.read(table.object(), columns, row -> rows.add(row.clone()));
        return PlainTable.of(name, columns, rows.stream());
    }
}
