package shop;

import static dev.switchback.assertions.SwitchbackAssertions.added;
import static dev.switchback.assertions.SwitchbackAssertions.assertThat;
import static dev.switchback.assertions.SwitchbackAssertions.changed;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.TestDatabase;
import dev.switchback.migration.MigrationStep;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The version that still runs while a new one is rolled out has to get on with the new schema. */
@TestDatabase
class BackwardCompatibilityTest {

    /** Rolled out while the shop was closed. */
    private static final Set<String> WHILE_CLOSED = Set.of("10", "12", "16", "17", "19");

    @MigrationRoundTrip
    void theRunningVersionGetsOn(MigrationStep step) {
        assumeFalse(WHILE_CLOSED.contains(step.migration().version()));

        assertThat(step.changes()).isBackwardCompatible();
    }

    @Test
    void aMigrationChangesWhatItSays(Schema before, Connection connection) throws SQLException {
        connection.createStatement().execute("CREATE INDEX orders_status_idx ON orders (status)");
        connection.createStatement().execute("ALTER TABLE customer ALTER COLUMN name TYPE varchar(200)");
        Schema after = Schema.read(connection).without("public.flyway_schema_history");

        assertThat(SchemaDiff.between(before, after))
                .containsOnly(
                        added("index", "orders_status_idx"),
                        changed("column", "customer.name", "type"),
                        changed("check", "customer_name_not_blank"));
    }
}
