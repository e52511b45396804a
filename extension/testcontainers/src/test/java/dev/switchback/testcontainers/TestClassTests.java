package dev.switchback.testcontainers;

import static dev.switchback.testcontainers.Sql.ask;
import static dev.switchback.testcontainers.Sql.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.Switchback;
import dev.switchback.migration.MigrationStep;
import dev.switchback.provision.Database;
import java.sql.SQLException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testcontainers.postgresql.PostgreSQLContainer;

@ExtendWith(RealEngine.class)
class TestClassTests {

    @Nested
    class WithAContainerOfItsOwn {

        @RegisterExtension
        static final Switchback db = Switchback.builder()
                .server(TestcontainersProvider.of(new PostgreSQLContainer("postgres:" + RealEngine.VERSION)))
                .build();

        @Test
        void getsAMigratedDatabase(Database database) throws SQLException {
            run(database, "INSERT INTO person VALUES ('alice')");

            assertThat(ask(database, "SELECT current_user || ' ' || name FROM person"))
                    .isEqualTo("test alice");
        }
    }

    @Nested
    class ThatChoosesAVersion {

        @RegisterExtension
        static final Switchback db = Switchback.builder()
                .server("testcontainers")
                .version(RealEngine.VERSION)
                .build();

        @MigrationRoundTrip
        void takesItsMigrationsThere(MigrationStep step) {
            assertThat(step.changes().isEmpty()).isFalse();
        }
    }
}
