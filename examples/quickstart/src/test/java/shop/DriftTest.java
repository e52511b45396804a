package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationFindings;
import dev.switchback.TestDatabase;
import dev.switchback.migration.drift.Drift;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A database that is two versions behind stands for the one in production, which a project would name by its URL. */
@TestDatabase(target = "17")
class DriftTest {

    private static @Nullable DataSource production;

    @BeforeAll
    static void connect(DataSource database) {
        production = database;
    }

    @Test
    @TestDatabase(target = "empty")
    void productionIsWhatItsMigrationsMade(Flyway flyway) {
        MigrationFindings.failOn(Drift.between(production(), flyway));
    }

    @Test
    @TestDatabase(target = "empty")
    void anIndexMadeByHandIsDrift(Flyway flyway) throws SQLException {
        execute("CREATE INDEX hotfix_idx ON customer (email)");

        Drift drift = Drift.between(production(), flyway);

        execute("DROP INDEX hotfix_idx");
        assertThat(drift)
                .hasToString(
                        """
                        The database is not what its migrations make, up to V17:

                          table public.customer
                            + index hotfix_idx    CREATE INDEX hotfix_idx ON public.customer USING btree (email)

                          + is there and no migration made it, - was made by a migration and is gone, ~ is another one there.

                          Not applied there yet, and not run here: V18__campaigns, V19__checkout_dates_orders.""");
        assertThat(drift.without("public.hotfix_*").isEmpty()).isTrue();
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = production().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static DataSource production() {
        if (production == null) {
            throw new IllegalStateException("called before connect");
        }
        return production;
    }
}
