package dev.switchback.benchmarks.seed;

import dev.switchback.benchmarks.Contender;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.time.Duration;
import org.dbunit.database.DatabaseConfig;
import org.dbunit.database.DatabaseConnection;
import org.dbunit.dataset.Column;
import org.dbunit.dataset.DefaultDataSet;
import org.dbunit.dataset.DefaultTable;
import org.dbunit.dataset.IDataSet;
import org.dbunit.dataset.datatype.DataType;
import org.dbunit.ext.postgresql.PostgresqlDataTypeFactory;
import org.dbunit.operation.DatabaseOperation;

/** The same rows, as a data set that is in memory already, by DbUnit's usual operation and with its types for PostgreSQL. */
final class CleanInsert implements Contender {

    private final Database database;
    private final long rows;
    private final IDataSet data;

    CleanInsert(Database database, long rows) throws Exception {
        this.database = database;
        this.rows = rows;
        DefaultTable table = new DefaultTable(
                "orders",
                Orders.COLUMNS.stream()
                        .map(column -> new Column(column, DataType.UNKNOWN))
                        .toArray(Column[]::new));
        for (long row = 1; row <= rows; row++) {
            table.addRow(Orders.values(row));
        }
        this.data = new DefaultDataSet(table);
    }

    @Override
    public Duration run() throws Exception {
        Orders.empty(database);
        Duration duration = Contender.time(this::insert);
        Orders.check(database, rows);
        return duration;
    }

    private void insert() throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            DatabaseConnection unit = new DatabaseConnection(connection, "public");
            unit.getConfig().setProperty(DatabaseConfig.PROPERTY_DATATYPE_FACTORY, new PostgresqlDataTypeFactory());
            DatabaseOperation.CLEAN_INSERT.execute(unit, data);
            connection.commit();
        }
    }
}
