package dev.switchback.benchmarks.seed;

import dev.switchback.fixture.Fixtures;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The table that is filled, of nine columns, and what fills it. */
public final class Orders {

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
                items integer NOT NULL,
                details jsonb)""";

    private Orders() {}

    /** So many rows; their ids are made of their labels. */
    public static Fixtures fixtures(long rows) {
        return Fixtures.table("orders")
                .generate("bulk", rows)
                .computed("number", "@uuid")
                .computed("customer", "@pick(Alice, Bob, Çelik, Dörte, Eve, Frank)")
                .computed("note", "@text(20..60)")
                .computed("total", "@range(1.00, 999.99, skew: zipf)")
                .computed("placed", "@range(2025-12-01, 2026-01-01)")
                .computed("paid", "@weighted(true: 3, false: 1)")
                .computed("items", "@range(1, 9)")
                .set("details", "{\"gift\": false, \"weight\": 1.250}")
                .build();
    }

    public static void create(Database database) throws SQLException {
        execute(database, TABLE);
    }

    /** As it was before, for the next run, with nothing left for the server to write. */
    public static void empty(Database database) throws SQLException {
        execute(database, "TRUNCATE orders");
        execute(database, "CHECKPOINT");
    }

    /** Throws if there are not so many rows. */
    public static void check(Database database, long rows) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT count(*) FROM orders")) {
            result.next();
            if (result.getLong(1) != rows) {
                throw new IllegalStateException(rows + " rows were to be written, and there are " + result.getLong(1));
            }
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
