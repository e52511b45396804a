package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import org.junit.jupiter.api.Test;

/** Migrations and rows that are wrong fail a test that names them, although it takes no database. */
class UntakenDatabaseTests {

    private static final String SHOP = "classpath:jupiter/shop";

    @Test
    void aLocationWithoutMigrations() {
        assertThat(Engine.failure(LocationTestCase.class))
                .startsWith("There is no migration in classpath:jupiter/shpo.");
    }

    @TestDatabase(migrations = "classpath:jupiter/shpo")
    static class LocationTestCase {

        @Test
        void test() {}
    }

    @Test
    void aTargetThatNoMigrationHas() {
        assertThat(Engine.failure(TargetTestCase.class))
                .startsWith("@TestDatabase(target): it is 77, but no migration has it; did you mean ");
    }

    @TestDatabase(migrations = SHOP, target = "77")
    static class TargetTestCase {

        @Test
        void test() {}
    }

    @Test
    void rowsThatTheDatabaseRefuses() {
        assertThat(Engine.failure(RowsTestCase.class))
                .contains("untaken.yaml:2:")
                .contains("has no column nmae");
    }

    @TestDatabase(migrations = SHOP)
    static class RowsTestCase {

        @Test
        @SeededFixtures("jupiter/seeded/untaken.yaml")
        void test() {}
    }
}
