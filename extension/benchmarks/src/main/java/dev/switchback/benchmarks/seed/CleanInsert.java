package dev.switchback.benchmarks.seed;

import dev.switchback.benchmarks.Contender;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.time.Duration;
import org.dbunit.database.DatabaseConfig;
import org.dbunit.database.DatabaseConnection;
import org.dbunit.dataset.CachedDataSet;
import org.dbunit.dataset.IDataSet;
import org.dbunit.ext.postgresql.PostgresqlDataTypeFactory;
import org.dbunit.operation.DatabaseOperation;

/** The same rows, as a data set that is in memory already, by DbUnit's usual operation and with its types for PostgreSQL. */
final class CleanInsert implements Contender {

    private final Database database;
    private final long rows;
    private final IDataSet data;

    /** With the rows that are there. */
    CleanInsert(Database database, long rows) throws Exception {
        this.database = database;
        this.rows = rows;
        try (Connection connection = database.dataSource().getConnection()) {
            this.data = new CachedDataSet(unit(connection).createDataSet(new String[] {"orders"}));
        }
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
            DatabaseOperation.CLEAN_INSERT.execute(unit(connection), data);
            connection.commit();
        }
    }

    private static DatabaseConnection unit(Connection connection) throws Exception {
        DatabaseConnection unit = new DatabaseConnection(connection, "public");
        unit.getConfig().setProperty(DatabaseConfig.PROPERTY_DATATYPE_FACTORY, new PostgresqlDataTypeFactory());
        return unit;
    }
}
