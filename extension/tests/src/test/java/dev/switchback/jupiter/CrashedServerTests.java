package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import org.jooq.DSLContext;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A server that one of whose processes is killed while a test works with it, so that it ends all sessions and recovers. */
class CrashedServerTests {

    @Test
    void onlyTheTestThatWorkedWithItFailsWhereRowsArePutBack() {
        assertThat(Engine.failures(Engine.run(SeededTestCase.class))).hasSize(1);
    }

    @Test
    void onlyTheTestThatWorkedWithItFailsWhereEachTestHasACopy() {
        assertThat(Engine.failures(Engine.run(CopiedTestCase.class)))
                .singleElement()
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .as("beside what it ran on")
                        .hasSize(1));
    }

    /** Recovery empties them in templates, too, of which copies would then lack rows. */
    @Test
    void templatesWithUnloggedTablesAreOfNoMoreUse() {
        assertThat(Engine.failures(Engine.run(UnloggedTestCase.class)))
                .hasSize(3)
                .extracting(Throwable::getMessage)
                .filteredOn(message -> message.startsWith("The server has ended all sessions and recovered"))
                .hasSize(2)
                .first()
                .isEqualTo(
                        "The server has ended all sessions and recovered, because one of its processes was killed. That empties"
                                + " unlogged tables, also those of the template that a test's database is a copy of: visit.\n\n"
                                + "Run the tests again: templates of this run are not kept.");
    }

    private static void killItsSession(DSLContext sql) {
        long session = Long.parseLong(String.valueOf(sql.fetchValue("SELECT pg_backend_pid()")));
        ProcessHandle.of(session).orElseThrow().destroyForcibly();
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class CopiedTestCase {

        int rows() {
            return 0;
        }

        private void workWith(DSLContext sql) {
            assertThat(sql.fetchCount(sql.selectFrom("customer"))).isEqualTo(rows());
            sql.execute("INSERT INTO customer (name) VALUES ('Eve')");
        }

        @Test
        @Order(1)
        void works(DSLContext sql) {
            workWith(sql);
        }

        @Test
        @Order(2)
        void worksAgain(DSLContext sql) {
            workWith(sql);
        }

        @Test
        @Order(3)
        void crashes(DSLContext sql) {
            workWith(sql);
            killItsSession(sql);
            workWith(sql);
        }

        @Test
        @Order(4)
        void worksAfterIt(DSLContext sql) {
            workWith(sql);
        }

        @Test
        @Order(5)
        void worksOnceMore(DSLContext sql) {
            workWith(sql);
        }
    }

    @TestDatabase(migrations = "classpath:jupiter/unlogged")
    static class UnloggedTestCase extends CopiedTestCase {}

    @SeededFixtures("jupiter/seeded/shop.yaml")
    static class SeededTestCase extends CopiedTestCase {

        @Override
        int rows() {
            return 2;
        }
    }
}
