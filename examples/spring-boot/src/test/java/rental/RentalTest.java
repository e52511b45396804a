package rental;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.junit.jupiter.api.AfterAll;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The settings that all tests of the application have. Because they are equal, there is one context and one run of the migrations. */
@SpringBootTest
@AutoConfigureMockMvc
@Import(RentalTest.Counting.class)
@TestDatabase
@SeededFixtures("bikes.yaml")
abstract class RentalTest {

    private static final AtomicInteger CONTEXTS = new AtomicInteger();
    private static final AtomicInteger MIGRATIONS = new AtomicInteger();

    @AfterAll
    static void theContextWasStartedOnceAndEachMigrationRanOnce() {
        assertThat(CONTEXTS).hasValue(1);
        assertThat(MIGRATIONS).hasValue(3);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        Counting() {
            CONTEXTS.incrementAndGet();
        }

        @Bean
        MigrationCount migrationCount() {
            return new MigrationCount();
        }
    }

    /** Flyway calls it for every migration that it runs. */
    static class MigrationCount extends BaseCallback {

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            MIGRATIONS.incrementAndGet();
        }
    }
}
