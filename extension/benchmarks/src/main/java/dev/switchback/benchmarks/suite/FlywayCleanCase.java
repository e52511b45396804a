package dev.switchback.benchmarks.suite;

import dev.switchback.benchmarks.reseed.SmallShop;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The same tests, before each of which Flyway cleans and migrates; the rows come as one script. */
@ExtendWith({OneDatabase.class, FlywayCleanCase.Cleaning.class})
public abstract class FlywayCleanCase {

    static final class Cleaning implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) throws SQLException {
            DataSource database = OneDatabase.of(context);
            Flyway flyway = OneDatabase.flyway(
                    database,
                    context.getConfigurationParameter(OneDatabase.MIGRATIONS).orElseThrow());
            flyway.clean();
            flyway.migrate();
            OneDatabase.seed(database);
        }
    }

    @Often
    public void changesThreeTables(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            SmallShop.check(connection);
            SmallShop.test(connection, 3);
        }
    }
}
