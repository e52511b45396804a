package dev.switchback.benchmarks.suite;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.benchmarks.reseed.SmallShop;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A test class with Switchback: rows that are there before each test, and put back after it. */
@TestDatabase
@SeededFixtures("reseed.yml")
public abstract class SwitchbackCase {

    @Often
    public void changesThreeTables(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            SmallShop.check(connection);
            SmallShop.test(connection, 3);
        }
    }
}
