package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.fixture.Seeded;
import java.time.Clock;
import java.time.Instant;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class SeededFixturesTests {

    @Test
    void everyTestBeginsWithTheRows() {
        Engine.succeeds(EveryTestTestCase.class, 3);
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    @SeededFixtures("jupiter/seeded/shop.yaml")
    static class EveryTestTestCase {

        @Test
        void deletes(DSLContext sql, Seeded shop) {
            assertThat(sql.execute("DELETE FROM purchase WHERE id = ?", shop.<Integer>id("purchase", "first")))
                    .isEqualTo(1);
            assertThat(sql.execute("DELETE FROM customer")).isEqualTo(2);
        }

        @Test
        void deletesAsWell(DSLContext sql) {
            assertThat(sql.execute("DELETE FROM purchase")).isEqualTo(1);
        }

        @Test
        void knowsTheTime(Clock clock, Seeded shop) {
            assertThat(clock.instant()).isEqualTo(Instant.parse("2026-01-01T12:00:00Z"));
            assertThat(shop.clock()).isEqualTo(clock);
        }
    }

    @Test
    void whatAMethodNamesIsAddedToWhatItsClassNames() {
        Engine.succeeds(MethodTestCase.class, 2);
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    @SeededFixtures("jupiter/seeded/shop.yaml")
    static class MethodTestCase {

        @Test
        @SeededFixtures("jupiter/seeded/more.yaml")
        void more(DSLContext sql) {
            assertThat(sql.fetchValues("SELECT name FROM customer ORDER BY name"))
                    .asList()
                    .containsExactly("Alice", "Bob", "Carol");
        }

        @Test
        void asTheClassSays(DSLContext sql) {
            assertThat(sql.fetchCount(sql.selectFrom("customer"))).isEqualTo(2);
        }
    }
}
