package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A session that outlives the test which used it, as those of a pool do. */
class SharedSessionTests {

    @Test
    void whatATestLeavesInItForOthersToMeetFailsThatTestAndNoOther() {
        List<Throwable> failures = Engine.failures(Engine.run(SharingTestCase.class));

        assertThat(failures).hasSize(2);
        assertThat(failures.get(0))
                .hasMessageMatching(
                        "(?s)After .*a_leavesALock\\(\\), the database that .* shares cannot be brought back to its"
                                + " seeded state: the session \\d+ holds an advisory lock. Its last statement is:"
                                + " SELECT pg_advisory_lock\\(5\\).*session \\d+, idle for .*opened\n      at .*SharedSessionTests.*"
                                + "Release or drop it, or close the session, before the test ends.*The tests after this one have a new database.");
        assertThat(failures.get(1))
                .hasMessageMatching(
                        "(?s)After .*c_leavesATable\\(\\), .*: a session has a temporary table customer, which"
                                + " hides the one of that name\\..*");
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    @SeededFixtures("jupiter/seeded/shop.yaml")
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class SharingTestCase {

        @SuppressWarnings("NullAway.Init") // set before all tests
        private static DataSource source;

        @SuppressWarnings("NullAway.Init") // set before all tests
        private static Connection pooled;

        @BeforeAll
        static void open(DataSource shared) throws SQLException {
            source = shared;
            pooled = shared.getConnection();
        }

        private static DSLContext sql() throws SQLException {
            if (!pooled.isValid(5)) {
                pooled = source.getConnection();
            }
            return DSL.using(pooled, SQLDialect.POSTGRES);
        }

        @Test
        void a_leavesALock() throws SQLException {
            sql().execute("SELECT pg_advisory_lock(5)");
        }

        @Test
        void b_givesItsLockBack() throws SQLException {
            sql().execute("SELECT pg_advisory_lock(5)");
            sql().execute("SELECT pg_advisory_unlock(5)");
            sql().execute("CREATE TEMP TABLE of_a_batch (id int)");
        }

        @Test
        void c_leavesATable() throws SQLException {
            sql().execute("CREATE TEMP TABLE customer (id int)");
        }

        @Test
        void d_findsNothingOfAll() throws SQLException {
            assertThat(sql().fetchCount(sql().selectFrom("customer"))).isEqualTo(2);
        }
    }
}
