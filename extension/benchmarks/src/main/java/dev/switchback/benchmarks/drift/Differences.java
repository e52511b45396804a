package dev.switchback.benchmarks.drift;

import dev.switchback.provision.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Changes that somebody has made by hand. */
final class Differences {

    /** How many things are not the same. */
    static final int COUNT = 20;

    /** How many of them every contender knows: tables and columns that came, went or have another type. */
    static final int SEEN_BY_ALL = 12;

    /** Four tables, each in the same way. */
    private static final String OF_A_TABLE =
            """
            ALTER TABLE item_%1$d ADD COLUMN hotfix text;
            ALTER TABLE item_%1$d DROP COLUMN note;
            ALTER TABLE item_%1$d ALTER COLUMN name TYPE varchar(120);
            DROP INDEX item_%1$d_parent_idx;
            ALTER TABLE item_%1$d ALTER COLUMN quantity SET DEFAULT 2;
            """;

    private Differences() {}

    static void make(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (int table = 10; table < 50; table += 10) {
                statement.execute(OF_A_TABLE.formatted(table));
            }
            statement.execute("VACUUM ANALYZE");
        }
    }
}
