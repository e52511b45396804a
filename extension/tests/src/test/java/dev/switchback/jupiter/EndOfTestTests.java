package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.ExpectedFixtures;
import dev.switchback.MigrationRoundTrip;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.Seeded;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.Severity;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Threads and sessions that outlive their test get nothing of the next one, and lost sessions are made again. */
class EndOfTestTests {

    private static final String SHOP = "classpath:jupiter/shop";
    private static final String ROWS = "jupiter/seeded/shop.yaml";

    private static final Map<String, DataSource> KEPT = new LinkedHashMap<>();

    @BeforeEach
    void forget() {
        KEPT.clear();
    }

    private static void keep(String name, DataSource dataSource) throws SQLException {
        KEPT.put(name, dataSource);
        dataSource.getConnection().close();
    }

    private static DataSource kept(String name) {
        return Objects.requireNonNull(KEPT.get(name));
    }

    private static String message(String borrower) {
        return borrower
                + " is over, and so is its database: there are no more connections. A thread that outlives its test would"
                + " work on the rows of another; end it, or wait for it, before the test ends.";
    }

    @Test
    void nothingThatATestWasGivenConnectsAfterIt() {
        Engine.succeeds(OwnTestCase.class, 1);

        String name = "method " + OwnTestCase.class.getName() + ".test()";
        assertThat(KEPT).hasSize(4);
        KEPT.values().forEach(source -> assertThatThrownBy(source::getConnection)
                .isInstanceOf(SQLException.class)
                .hasMessage(message(name)));
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class OwnTestCase {

        @Test
        void test(DataSource source, Database database, Flyway flyway) throws SQLException {
            keep("source", source);
            keep("of the database", database.dataSource());
            keep("with properties", database.dataSource(Map.of("ApplicationName", "mine")));
            keep("of Flyway", flyway.getConfiguration().getDataSource());
        }
    }

    @Test
    void rowsAreNotReadAfterTheTest() {
        Engine.succeeds(RowsTestCase.class, 1);

        assertThatThrownBy(() -> RowsTestCase.kept.row("customer", "alice"))
                .isInstanceOf(FixtureException.class)
                .hasMessageContaining(message("method " + RowsTestCase.class.getName() + ".test()"));
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class RowsTestCase {

        @SuppressWarnings("NullAway.Init") // set by the test
        private static Seeded kept;

        @Test
        void test(Seeded seeded) {
            seeded.row("customer", "alice");
            kept = seeded;
        }
    }

    @Test
    void aDatabaseThatAClassSharesStaysForTheNextTestOnly() {
        Engine.succeeds(SharedTestCase.class, 2);

        String type = SharedTestCase.class.getName();
        assertThat(KEPT).hasSize(3);
        assertThatThrownBy(kept("class")::getConnection).hasMessage(message("class " + type));
        assertThatThrownBy(kept("repetition 2 of 2")::getConnection)
                .hasMessage(message("method " + type + ".test() [repetition 2 of 2]"));
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class SharedTestCase {

        @BeforeAll
        static void share(DataSource source) throws SQLException {
            keep("class", source);
        }

        @RepeatedTest(2)
        void test(DataSource source, TestInfo test) throws SQLException {
            if (KEPT.containsKey("repetition 1 of 2")) {
                assertThatThrownBy(kept("repetition 1 of 2")::getConnection)
                        .hasMessageContaining("[repetition 1 of 2] is over");
            }
            kept("class").getConnection().close();
            keep(test.getDisplayName(), source);
        }
    }

    @Test
    void noStepConnectsAfterIt() {
        Engine.succeeds(StepTestCase.class, 3);

        assertThat(KEPT).hasSize(3);
        assertThatThrownBy(kept("V1 create customer")::getConnection)
                .hasMessage(message("method " + StepTestCase.class.getName() + ".step() [V1 create customer]"));
    }

    @TestDatabase(migrations = SHOP)
    static class StepTestCase {

        @MigrationRoundTrip(missingUndo = Severity.NOTICE)
        void step(DataSource source, MigrationStep step) throws SQLException {
            keep(step.migration().displayName(), source);
        }
    }

    @Test
    void aSessionThatWasClosedOrLostIsMadeAgain() {
        Engine.succeeds(LostTestCase.class, 2);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class LostTestCase {

        @Test
        @ExpectedFixtures(ROWS)
        void closes(Connection connection) throws SQLException {
            connection.close();
        }

        @Test
        @ExpectedFixtures(ROWS)
        void loses(Connection connection, DataSource source) {
            DSL.using(source, SQLDialect.POSTGRES)
                    .execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                            + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
    }

    @Test
    void whereTheSessionThatResetsIsLostTheClassGetsANewDatabase() {
        Engine.succeeds(LostResetTestCase.class, 3);

        assertThat(LostResetTestCase.NAMES).doesNotHaveDuplicates().hasSize(3);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class LostResetTestCase {

        static final List<String> NAMES = new ArrayList<>();

        @SuppressWarnings("NullAway.Init") // set by JUnit
        private static DataSource shared;

        @BeforeAll
        static void share(DataSource source) {
            shared = source;
        }

        @RepeatedTest(3)
        void changes(Database database, DSLContext sql) {
            NAMES.add(database.name());
            DSLContext ofTheClass = DSL.using(shared, SQLDialect.POSTGRES);
            assertThat(ofTheClass.fetchValue("SELECT current_database()")).isEqualTo(database.name());
            assertThat(sql.fetchCount(DSL.table("customer"))).isEqualTo(2);
            ofTheClass.execute("DELETE FROM purchase");
            ofTheClass.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
        }
    }
}
