package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.PreviousVersion;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.statements.StatementRecorder;
import dev.switchback.statements.StatementReport;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The version that still runs gets on with the new schema, statement by statement, and the new one with the old schema. */
@TestDatabase
class PreviousVersionTest {

    @PreviousVersion("queries/v18/*.sql")
    @SeededFixtures("shop.yaml")
    void version18GetsOn() {}

    @PreviousVersion(value = "queries/v18/*.sql", newVersion = "queries/v19/*.sql", from = "17", to = "19")
    void bothVersionsRunAtTheSameTime(StatementReport report) {
        assertThat(report.statements()).hasSize(3);
    }

    @Test
    void statementsAreRecorded(DataSource database, @TempDir Path folder) {
        Path file = folder.resolve("orders.sql");
        try (StatementRecorder recorder = StatementRecorder.recording(file)) {
            DataSource recorded = recorder.around(database);
            new OrderRepository(DSL.using(recorded, SQLDialect.POSTGRES)).openOrdersOf(1);
        }

        assertThat(file).content().contains("-- with: ?::bigint", "where customer_id = ? and status = 'open'");
    }
}
