package dev.switchback.benchmarks.seed;

import dev.switchback.provision.Database;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The table that is filled, of nine columns, and its rows: each is made of its number, without chance. */
final class Orders {

    static final List<String> COLUMNS =
            List.of("id", "number", "customer", "note", "total", "placed", "paid", "items", "details");

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

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> NAMES = List.of("Alice", "Bob", "Çelik", "Dörte", "Eve", "Frank");

    private Orders() {}

    static void create(Database database) throws SQLException {
        execute(database, TABLE);
    }

    /** As it was before, for the next run, with nothing left for the server to write. */
    static void empty(Database database) throws SQLException {
        execute(database, "TRUNCATE orders");
        execute(database, "CHECKPOINT");
    }

    /** Throws if there are not so many rows. */
    static void check(Database database, long rows) throws SQLException {
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

    /** The values of a row as a program has them. */
    static Object[] values(long row) {
        long mixed = row * 0x9E3779B97F4A7C15L;
        return new Object[] {
            row,
            new UUID(mixed, ~mixed),
            NAMES.get((int) (row % NAMES.size())) + " " + row,
            "Please ring twice, order " + row,
            BigDecimal.valueOf((mixed >>> 40) + 1, 2),
            Timestamp.from(FIRST.plusSeconds(row)),
            (row & 1) == 0,
            (int) (row % 7),
            "{\"gift\": false, \"weight\": " + row % 1000 + "}"
        };
    }

    /** The values of a row as a fixture has them. */
    static void texts(long row, String[] texts) {
        Object[] values = values(row);
        for (int i = 0; i < texts.length; i++) {
            texts[i] =
                    values[i] instanceof Timestamp moment ? moment.toInstant().toString() : values[i].toString();
        }
    }
}
