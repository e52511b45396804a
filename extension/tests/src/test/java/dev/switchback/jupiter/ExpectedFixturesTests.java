package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.ExpectedFixtures;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

class ExpectedFixturesTests {

    private static final String SHOP = "classpath:jupiter/shop";
    private static final String ROWS = "jupiter/seeded/shop.yaml";
    private static final String AFTER = "jupiter/seeded/after.yaml";

    @Test
    void aTestThatLeavesTheRowsSucceeds() {
        Engine.succeeds(AsExpectedTestCase.class, 1);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class AsExpectedTestCase {

        @Test
        @ExpectedFixtures(AFTER)
        void renames(DSLContext sql) {
            sql.execute("UPDATE customer SET name = 'Alicia' WHERE name = 'Alice'");
            sql.execute("INSERT INTO customer (name) VALUES ('Dora'), ('Carl')");
        }
    }

    @Test
    void allDifferencesAreToldAtOnce() {
        assertThat(Engine.failure(OtherwiseTestCase.class)).isEqualTo("x");
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class OtherwiseTestCase {

        @Test
        @ExpectedFixtures(AFTER)
        void renames(DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES ('Dora'), ('Eve')");
        }
    }
}
