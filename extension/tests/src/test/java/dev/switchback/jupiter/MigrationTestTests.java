package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.MigrationTest;
import dev.switchback.Reset;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.fixture.Seeded;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** {@code @MigrationTest}: rows at one version, migrated to another. */
class MigrationTestTests {

    private static final String PEOPLE = "classpath:jupiter/people";
    private static final String SHOP = "classpath:jupiter/shop";
    private static final String ROWS = "jupiter/seeded/people.yaml";
    private static final String TAGS = "jupiter/seeded/tags.yaml";

    private static String where(Class<?> testCase) {
        return "@MigrationTest(%s) on method " + testCase.getName() + ".migrates(): ";
    }

    @Test
    void theBodySeesWhatTheMigrationDidToTheRows() {
        Engine.succeeds(UpTestCase.class, 4);
    }

    @TestDatabase(migrations = PEOPLE)
    @SeededFixtures(ROWS)
    static class UpTestCase {

        private final int columns;

        UpTestCase(Schema schema) {
            columns = schema.table("person").columns().size();
        }

        @BeforeEach
        void everythingMeetsTheNewState(Schema schema) {
            assertThat(schema.table("person").columns()).hasSize(columns);
        }

        @MigrationTest(from = "1", to = "2")
        void splitsNames(DSLContext sql, Seeded people, Flyway flyway) {
            assertThat(people.row("person", "alice").intoMap())
                    .containsEntry("first_name", "Alice")
                    .containsEntry("last_name", "Adams");
            assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo("2");
            flyway.validate();
            sql.execute("DELETE FROM person");
        }

        @MigrationTest(from = "1")
        void goesToTheNextVersionByDefault(DSLContext sql) {
            assertThat(sql.fetchValues("SELECT first_name FROM person ORDER BY 1"))
                    .isEqualTo(List.of("Alice", "Bob"));
        }

        @MigrationTest(from = "1", to = "3")
        void goesOverSeveralMigrations(Schema schema) {
            assertThat(schema.table("person").columns()).hasSize(3);
        }

        @MigrationTest(from = "1", to = "2")
        void needsNoParameter() {}
    }

    @Test
    void anOlderVersionIsReachedByUndo() {
        Engine.succeeds(DownTestCase.class, 1);
    }

    @TestDatabase(migrations = PEOPLE)
    static class DownTestCase {

        @MigrationTest(from = "4", to = "1")
        @SeededFixtures(value = ROWS, at = "1")
        @SeededFixtures(TAGS)
        void bringsNamesBack(DSLContext sql, Seeded people) {
            assertThat(people.row("person", "alice").get("name")).isEqualTo("Alice Adams");
            assertThat(sql.fetchValues("SELECT to_regclass('tag')::text")).containsOnlyNulls();
        }
    }

    @Test
    void repeatableMigrationsDoNotRun() {
        Engine.succeeds(RepeatableTestCase.class, 1);
    }

    @TestDatabase(migrations = SHOP)
    static class RepeatableTestCase {

        @MigrationTest(from = "1", to = "3")
        void migrates(Schema schema) {
            assertThat(schema.find(ObjectKind.VIEW, "customer_names")).isEmpty();
        }
    }

    @Test
    void neverSharesTheDatabaseOfItsClass() {
        Engine.succeeds(SharedTestCase.class, 3);
    }

    @TestDatabase(migrations = PEOPLE, target = "1")
    @SeededFixtures(value = ROWS, reset = Reset.NONE)
    static class SharedTestCase {

        @BeforeAll
        static void asksForTheDatabase(DSLContext sql) {
            sql.execute("DELETE FROM person");
        }

        @RepeatedTest(2)
        void standsWhereTheClassDoes(DSLContext sql) {
            assertThat(sql.fetchValues("SELECT name FROM person")).isEmpty();
        }

        @MigrationTest(from = "1")
        void hasItsOwn(DSLContext sql) {
            assertThat(sql.fetchValues("SELECT first_name FROM person")).hasSize(2);
        }
    }

    @Test
    void mayBeComposed() {
        Engine.succeeds(ComposedTestCase.class, 1);
    }

    @Retention(RetentionPolicy.RUNTIME)
    @MigrationTest(from = "1", to = "2")
    @TestDatabase(migrations = PEOPLE)
    @SeededFixtures(ROWS)
    @interface NameSplit {}

    static class ComposedTestCase {

        @NameSplit
        void splits(Seeded people) {
            assertThat(people.row("person", "bob").get("first_name")).isEqualTo("Bob");
        }
    }

    @Test
    void aMigrationThatFailsFailsTheTest() {
        assertThat(Engine.failure(FailingTestCase.class).replaceAll("(?m)^  .*(?=V2__add_mail.sql:)", "  .../"))
                .isEqualTo(
                        """
                        V2__add_mail.sql: the migration fails

                          .../V2__add_mail.sql:3
                          SQLSTATE 23502
                          ERROR: column "mail" of relation "person" contains null values

                            ALTER TABLE person
                                ADD mail text NOT NULL;""");
    }

    @TestDatabase(migrations = "classpath:jupiter/notnull")
    static class FailingTestCase {

        @MigrationTest(from = "1", to = "2")
        @SeededFixtures(ROWS)
        void migrates(DSLContext sql) {}
    }

    @Nested
    class WrongUse {

        @Test
        void unknownVersions() {
            assertThat(Engine.failure(UnknownFromTestCase.class))
                    .isEqualTo(where(UnknownFromTestCase.class).formatted("from")
                            + "it is 11, but no migration has it; did you mean 1? The newest is 4.");
            assertThat(Engine.failure(UnknownToTestCase.class))
                    .isEqualTo(where(UnknownToTestCase.class).formatted("to")
                            + "it is 44, but no migration has it; did you mean 4? The newest is 4.");
        }

        @Test
        void nothingToDo() {
            assertThat(Engine.failure(SameTestCase.class))
                    .isEqualTo(where(SameTestCase.class).formatted("from, to")
                            + "both are 2, so there is nothing to migrate");
            assertThat(Engine.failure(NewestTestCase.class))
                    .isEqualTo(
                            where(NewestTestCase.class).formatted("from")
                                    + "it is 4, which is the newest version; name an older one, or one to go back to with to = ...");
        }

        @Test
        void noVersion() {
            assertThat(Engine.failure(NoVersionTestCase.class))
                    .isEqualTo(
                            "@MigrationTest(from) = 'first': is no version; write it as in the file name, such as 7 or"
                                    + " 2.1");
        }

        @Test
        void rowsThatComeLater() {
            assertThat(Engine.failure(LaterRowsTestCase.class))
                    .isEqualTo(
                            "@SeededFixtures(at) = '3': the test's database is at 1, before it; leave `at` out, or raise the target");
        }

        @Test
        void aRoundTripAsWell() {
            assertThat(Engine.failure(BothTestCase.class))
                    .contains("@MigrationRoundTrip on method")
                    .contains(
                            "it is @MigrationTest as well; a round trip is a test of its own kind, remove @MigrationTest");
        }
    }

    @TestDatabase(migrations = PEOPLE)
    static class UnknownFromTestCase {

        @MigrationTest(from = "11")
        void migrates() {}
    }

    @TestDatabase(migrations = PEOPLE)
    static class UnknownToTestCase {

        @MigrationTest(from = "1", to = "44")
        void migrates() {}
    }

    @TestDatabase(migrations = PEOPLE)
    static class SameTestCase {

        @MigrationTest(from = "2", to = "2")
        void migrates() {}
    }

    @TestDatabase(migrations = PEOPLE)
    static class NewestTestCase {

        @MigrationTest(from = "4")
        void migrates() {}
    }

    @TestDatabase(migrations = PEOPLE)
    static class NoVersionTestCase {

        @MigrationTest(from = "first")
        void migrates() {}
    }

    @TestDatabase(migrations = PEOPLE)
    static class LaterRowsTestCase {

        @MigrationTest(from = "1")
        @SeededFixtures(value = ROWS, at = "3")
        void migrates() {}
    }

    @TestDatabase(migrations = PEOPLE)
    static class BothTestCase {

        @MigrationTest(from = "1")
        @MigrationRoundTrip
        void migrates() {}
    }
}
