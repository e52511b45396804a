package shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import dev.switchback.migration.Migration;
import dev.switchback.migration.Migrations;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** Flyway's open-source edition, taken down as well as up. Needs no JUnit, only a Flyway. */
@TestDatabase
class UndoByHandTest {

    @Test
    void goesDownAndUp(Flyway flyway) {
        Migrations migrations = Migrations.of(flyway);

        Migration undone = migrations.down();
        assertThat(undone.version()).isEqualTo("19");

        migrations.down("12");
        assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo("12");

        migrations.up();
        assertThat(migrations.pending().rows()).isEmpty();
    }
}
