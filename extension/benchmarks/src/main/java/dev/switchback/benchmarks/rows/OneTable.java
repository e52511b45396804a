package dev.switchback.benchmarks.rows;

import dev.switchback.benchmarks.Contender;
import dev.switchback.filling.GeneratedRows;
import dev.switchback.fixture.Fixtures;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** One table of eight columns, filled with as many rows by both. */
final class OneTable {

    private static final String TABLE =
            """
            CREATE TABLE orders (
                id bigint PRIMARY KEY,
                number uuid NOT NULL,
                customer varchar(80) NOT NULL,
                note text,
                total numeric(12, 2) NOT NULL,
                placed timestamptz NOT NULL,
                paid boolean NOT NULL,
                items integer NOT NULL)""";

    private final Database database;
    private final int rows;

    OneTable(Database database, int rows) throws SQLException {
        this.database = database;
        this.rows = rows;
        execute(TABLE);
    }

    Contender generated() {
        return () ->
                filled(() -> GeneratedRows.defaults().withRowsPerTable(rows).fill(database.dataSource()));
    }

    Contender fixtures() {
        Fixtures fixtures = Fixtures.table("orders")
                .generate("bulk", rows)
                .computed("number", "@uuid")
                .computed("customer", "@name")
                .computed("note", "@text(20..60)")
                .computed("total", "@range(1.00, 999.99)")
                .computed("placed", "@range(2025-12-01, 2026-01-01)")
                .computed("paid", "@weighted(true: 3, false: 1)")
                .computed("items", "@range(1, 9)")
                .build();
        return () -> filled(() -> fixtures.into(database.dataSource()));
    }

    private Duration filled(Contender.Work work) throws Exception {
        execute("TRUNCATE orders");
        execute("CHECKPOINT");
        Duration time = Contender.time(work);
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM orders")) {
            count.next();
            if (count.getInt(1) != rows) {
                throw new IllegalStateException(rows + " rows were to be written, and there are " + count.getInt(1));
            }
        }
        return time;
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
