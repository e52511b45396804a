package dev.switchback.benchmarks.suite;

import dev.switchback.benchmarks.reseed.SmallShop;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same tests without isolation: each finds what those before it have left, and asks as much as the others. */
@ExtendWith(OneDatabase.class)
public abstract class RawCase {

    @Often
    public void changesThreeTables(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            SmallShop.count(connection);
            SmallShop.test(connection, 3);
        }
    }
}
