package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.TestDatabase;
import dev.switchback.migration.MigrationStep;

/** The round trip alone, with a rule of the shop's own on top: a migration that changes no schema is a mistake. */
@TestDatabase
class ShopMigrationsTest {

    @MigrationRoundTrip
    void everyMigrationComesBackDown(MigrationStep step) {
        assertThat(step.changes().isEmpty())
                .as("%s changes nothing in the schema", step)
                .isFalse();
    }
}
