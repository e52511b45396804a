package dev.switchback.benchmarks.rows;

import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.seed.Orders;
import dev.switchback.filling.GeneratedRows;
import dev.switchback.fixture.Fixtures;
import dev.switchback.provision.Database;
import java.sql.SQLException;
import java.time.Duration;

/** The table of orders, filled with as many rows by both. */
final class OneTable {

    private final Database database;
    private final int rows;

    OneTable(Database database, int rows) throws SQLException {
        this.database = database;
        this.rows = rows;
        Orders.create(database);
    }

    Contender generated() {
        GeneratedRows generated = GeneratedRows.defaults().withRowsPerTable(rows);
        return () -> filled(() -> generated.fill(database.dataSource()));
    }

    Contender fixtures() {
        Fixtures fixtures = Orders.fixtures(rows);
        return () -> filled(() -> fixtures.into(database.dataSource()));
    }

    private Duration filled(Contender.Work work) throws Exception {
        Orders.empty(database);
        Duration time = Contender.time(work);
        Orders.check(database, rows);
        return time;
    }
}
