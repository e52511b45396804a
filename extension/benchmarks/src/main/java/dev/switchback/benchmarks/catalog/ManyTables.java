package dev.switchback.benchmarks.catalog;

import dev.switchback.provision.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** A schema of many alike tables: ten columns, two indexes beside the primary key, and a foreign key. */
public final class ManyTables {

    /** One transaction for all would need more locks than a server has. */
    private static final int PER_TRANSACTION = 100;

    private static final String TABLE =
            """
            CREATE TABLE item_%1$d (
                id bigint PRIMARY KEY,
                parent_id bigint CONSTRAINT item_%1$d_parent_fkey REFERENCES item_%2$d (id) ON DELETE CASCADE,
                name varchar(80) NOT NULL,
                price numeric(12, 2) NOT NULL DEFAULT 0,
                quantity integer NOT NULL DEFAULT 1,
                state text NOT NULL DEFAULT 'new',
                note text,
                active boolean NOT NULL DEFAULT true,
                attributes jsonb,
                created_at timestamptz NOT NULL DEFAULT now()
            );
            CREATE INDEX item_%1$d_parent_idx ON item_%1$d (parent_id);
            CREATE UNIQUE INDEX item_%1$d_name_idx ON item_%1$d (lower(name), created_at) WHERE active;
            """;

    private ManyTables() {}

    /** Leaves the catalogs vacuumed and analyzed, as they are on a server that has been running for a while. */
    public static void create(Database database, int count) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                statement.execute(TABLE.formatted(i, i / 10));
                if (i % PER_TRANSACTION == PER_TRANSACTION - 1) {
                    connection.commit();
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM ANALYZE");
        }
    }
}
