package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.TestDatabase;
import dev.switchback.filling.GeneratedRows;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripRows;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@TestDatabase
class GeneratedRowsTest {

    @Test
    void everyTableTakesRows(DataSource dataSource) {
        GeneratedRowsReport report = GeneratedRows.into(dataSource);

        assertThat(report.refused()).isEmpty();
    }

    @Test
    void aHintSaysWhatTheSchemaDoesNot(DataSource dataSource) {
        GeneratedRowsReport report = GeneratedRows.defaults()
                .withHints("order_line.quantity between 1 and 5")
                .fill(dataSource);

        assertThat(report.refused()).isEmpty();
    }

    @MigrationRoundTrip(rows = RoundTripRows.GENERATED)
    void everyMigrationComesBackDown(MigrationStep step) {}
}
