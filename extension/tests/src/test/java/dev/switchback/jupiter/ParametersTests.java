package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import dev.switchback.provision.Database;
import dev.switchback.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

class ParametersTests {

    @Test
    void everyKindIsGivenToTests() {
        Engine.succeeds(EveryKindTestCase.class, 6);
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class EveryKindTestCase {

        @Test
        void dataSource(DataSource dataSource) throws SQLException {
            try (Connection connection = dataSource.getConnection()) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }

        @Test
        void connection(Connection connection) throws SQLException {
            assertThat(connection.isValid(1)).isTrue();
        }

        @Test
        void sql(DSLContext sql) {
            assertThat(sql.fetchCount(sql.selectFrom("customer"))).isZero();
        }

        @Test
        void flyway(Flyway flyway) {
            assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo("3");
            assertThat(flyway.info().pending()).isEmpty();
        }

        @Test
        void schema(Schema schema) {
            assertThat(schema.table("customer")).isNotNull();
            assertThat(schema.objects().toString()).doesNotContain("flyway_schema_history");
        }

        @Test
        void database(Database database, DSLContext sql) {
            assertThat(sql.fetchValue("SELECT current_database()")).isEqualTo(database.name());
        }
    }

    @Test
    void oneTestHasOneDatabaseWithItsConstructorAndLifecycleMethods() {
        Engine.succeeds(OneTestOneDatabaseTestCase.class, 2);
        assertThat(OneTestOneDatabaseTestCase.names).hasSize(2).doesNotHaveDuplicates();
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class OneTestOneDatabaseTestCase {

        static final List<String> names = new ArrayList<>();

        private final String name;

        OneTestOneDatabaseTestCase(Database database) {
            name = database.name();
            names.add(name);
        }

        @BeforeEach
        void insert(DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES ('alice')");
        }

        @Test
        void first(DSLContext sql, Database database) {
            assertThat(database.name()).isEqualTo(name);
            assertThat(sql.fetchCount(sql.selectFrom("customer"))).isEqualTo(1);
        }

        @Test
        void second(DSLContext sql) {
            assertThat(sql.fetchCount(sql.selectFrom("customer"))).isEqualTo(1);
        }

        @AfterEach
        void sameDatabase(Database database) {
            assertThat(database.name()).isEqualTo(name);
        }
    }

    @Test
    void aClassThatAsksSharesItsDatabaseWithItsTests() {
        Engine.succeeds(SharedByBeforeAllTestCase.class, 3);
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class SharedByBeforeAllTestCase {

        static String name = "";

        @BeforeAll
        static void insert(DSLContext sql, Database database) {
            name = database.name();
            sql.execute("INSERT INTO customer (name) VALUES ('alice')");
        }

        @Test
        void first(DSLContext sql) {
            assertThat(sql.fetchCount(sql.selectFrom("customer"))).isEqualTo(1);
        }

        @Test
        void second(Database database) {
            assertThat(database.name()).isEqualTo(name);
        }

        @Nested
        class Inner {

            @Test
            void third(Database database) {
                assertThat(database.name()).isEqualTo(name);
            }
        }

        @AfterAll
        static void stillThere(Database database) {
            assertThat(database.name()).isEqualTo(name);
        }
    }

    @Test
    void anInstancePerClassSharesWhatItsConstructorAskedFor() {
        Engine.succeeds(PerClassTestCase.class, 2);
    }

    @TestInstance(Lifecycle.PER_CLASS)
    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class PerClassTestCase {

        private final Database own;

        PerClassTestCase(Database database) {
            own = database;
        }

        @Test
        void first(Database database) {
            assertThat(database.name()).isEqualTo(own.name());
        }

        @Test
        void second(Database database) {
            assertThat(database.name()).isEqualTo(own.name());
        }
    }

    @Test
    void anInstancePerClassThatDoesNotAskSharesNothing() {
        Engine.succeeds(PerClassWithoutAskingTestCase.class, 2);
        assertThat(PerClassWithoutAskingTestCase.names).hasSize(2).doesNotHaveDuplicates();
    }

    @TestInstance(Lifecycle.PER_CLASS)
    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class PerClassWithoutAskingTestCase {

        static final List<String> names = new ArrayList<>();

        @Test
        void first(Database database) {
            names.add(database.name());
        }

        @Test
        void second(Database database) {
            names.add(database.name());
        }
    }

    @Test
    void theConnectionIsClosedAfterTheTest() throws SQLException {
        Engine.succeeds(ConnectionTestCase.class, 1);
        assertThat(ConnectionTestCase.given).hasSize(2);
        assertThat(ConnectionTestCase.given.get(0)).isSameAs(ConnectionTestCase.given.get(1));
        assertThat(ConnectionTestCase.given.get(0).isClosed()).isTrue();
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class ConnectionTestCase {

        static final List<Connection> given = new ArrayList<>();

        @BeforeEach
        void before(Connection connection) {
            given.add(connection);
        }

        @Test
        void test(Connection connection) throws SQLException {
            given.add(connection);
            assertThat(connection.isClosed()).isFalse();
        }
    }
}
