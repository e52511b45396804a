package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.MigrationChecks;
import dev.switchback.MigrationRoundTrip;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.fixture.Seeded;
import dev.switchback.migration.MigrationStep;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** {@code @SeededFixtures} beside {@code @MigrationRoundTrip}. */
class RoundTripFixturesTests {

    private static final String PEOPLE = "classpath:jupiter/people";
    private static final String ROWS = "jupiter/seeded/people.yaml";
    private static final String TAGS = "jupiter/seeded/tags.yaml";

    private static List<String> failures(Class<?> testCase) {
        return Engine.failures(Engine.run(testCase)).stream()
                .map(failure -> String.valueOf(failure.getMessage()))
                .toList();
    }

    @Test
    void whatTheLaterStepsLoseIsFoundByTable() {
        assertThat(failures(LossTestCase.class))
                .map(message -> message.replaceAll("id \\d+", "id ..."))
                .containsExactly(
                        """
                        V2__split_name: the undo does not bring the rows back

                          U2__split_name.sql ran without error, but these tables do not hold what they held before V2:

                            rows of public.person: 1 of 2 has another name
                              person/bob (id ...)   'Bob'   ->   'Bob '

                          If that is meant, say so in V2__split_name.sql:

                            -- switchback: loses person.name <reason>
                        """,
                        """
                        V3__forget_phones: the undo does not bring the rows back

                          U3__forget_phones.sql ran without error, but these tables do not hold what they held before V3:

                            rows of public.person: 1 of 2 lost its phone
                              person/alice (id ...)   '+44 1234'   ->   null

                          If that is meant, say so in V3__forget_phones.sql:

                            -- switchback: loses person.phone <reason>
                        """);
    }

    @TestDatabase(migrations = PEOPLE)
    static class LossTestCase {

        @MigrationRoundTrip
        @SeededFixtures(value = ROWS, at = "1")
        void comesBackDown(MigrationStep step) {}
    }

    @Test
    void everyCheckTakesTheRowsAlong() {
        assertThat(failures(ChecksTestCase.class))
                .extracting(message -> message.lines().findFirst().orElse(""))
                .containsExactlyInAnyOrder(
                        "V2__split_name: the undo does not bring the rows back",
                        "V3__forget_phones: the undo does not bring the rows back",
                        "V2 split name: its findings are reported by everyMigrationComesBackDown()",
                        "V3 forget phones: its findings are reported by everyMigrationComesBackDown()");
    }

    @TestDatabase(migrations = PEOPLE)
    @SeededFixtures(value = ROWS, at = "1")
    static class ChecksTestCase implements MigrationChecks {}

    @Test
    void aBodyStandsAmongTheRows() {
        Engine.succeeds(BodyTestCase.class, 2);
    }

    @TestDatabase(migrations = PEOPLE)
    static class BodyTestCase {

        @MigrationRoundTrip(from = "4")
        @SeededFixtures(value = ROWS, at = "1")
        void comesBackDown(DSLContext sql, Seeded people) {
            assertThat(sql.fetchCount(sql.selectFrom("person"))).isEqualTo(2);
        }

        @MigrationRoundTrip(from = "4")
        @SeededFixtures(value = ROWS, at = "1")
        @SeededFixtures(value = TAGS, at = "4")
        void comesBackDownWithMore(DSLContext sql, Seeded people) {
            assertThat(sql.fetchValue("SELECT person FROM tag")).isEqualTo(people.id("person", "alice"));
            assertThat(people.row("person", "alice").get("first_name")).isEqualTo("Alice");
        }
    }

    @Test
    void fixturesWithoutAVersionAreWrong() {
        assertThat(Engine.failure(NoVersionTestCase.class))
                .isEqualTo("@SeededFixtures on class " + NoVersionTestCase.class.getName()
                        + ": a round trip takes rows along from the version that they are made for; say which, such as at"
                        + " = \"12\"");
    }

    @TestDatabase(migrations = PEOPLE)
    @SeededFixtures(ROWS)
    static class NoVersionTestCase {

        @MigrationRoundTrip
        void comesBackDown(MigrationStep step) {}
    }

    @Test
    void anUnknownVersionIsWrong() {
        assertThat(Engine.failure(UnknownVersionTestCase.class))
                .isEqualTo("There are rows for version 11, but no migration has it; did you mean 1? The newest is 4.");
    }

    @TestDatabase(migrations = PEOPLE)
    static class UnknownVersionTestCase {

        @MigrationRoundTrip
        @SeededFixtures(value = ROWS, at = "11")
        void comesBackDown(MigrationStep step) {}
    }
}
