package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.provision.Database;
import dev.switchback.spring.shop.ShopApplication;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** Parameters of an application's URL that are about its sessions hold on the test database, for tests and rows, too. */
@SpringBootTest(
        classes = ShopApplication.class,
        properties = {
            "spring.datasource.url=jdbc:postgresql://db.example:5433/shop?sslmode=require&currentSchema=app%2Cpublic"
                    + "&stringtype=unspecified&user=shop&ApplicationName=the%20shop&targetServerType=primary",
            "spring.flyway.init-sqls=CREATE SCHEMA IF NOT EXISTS app"
        })
@TestDatabase
@SeededFixtures("customers.yaml")
class UrlParametersTests {

    @Autowired
    JdbcTemplate sql;

    @Autowired
    Flyway flyway;

    @Test
    void theyHoldForTheApplicationAndItsMigrations() {
        assertThat(sql.queryForObject("SELECT current_schema()", String.class)).isEqualTo("app");
        assertThat(sql.queryForObject("SHOW application_name", String.class)).isEqualTo("the shop");
        assertThat(sql.queryForObject("SELECT to_regclass('app.customer') IS NOT NULL", Boolean.class))
                .isTrue();
        assertThat(sql.queryForList("SELECT count(*) FROM app.flyway_schema_history", Long.class))
                .containsExactly(2L);
        assertThat(flyway.info().pending()).isEmpty();
        // a text where the server wants a number
        assertThat(sql.queryForObject("SELECT ? + 1", Integer.class, "41")).isEqualTo(42);
    }

    @Test
    void theyHoldForTestsAndRows(DSLContext jooq, Connection connection) throws SQLException {
        assertThat(connection.getSchema()).isEqualTo("app");
        assertThat(jooq.fetchCount(jooq.selectFrom("app.customer"))).isPositive();
    }

    @Test
    void whatSaysWhereTheServerIsDoesNot(Database database) {
        String own =
                "jdbc:postgresql://db.example:5433,other:5432/shop?sslmode=require&sslrootcert=/ca.pem&gssEncMode=require"
                        + "&socketFactory=x.Y&socketFactoryArg=z&targetServerType=primary&loadBalanceHosts=true&user=u&password=p";

        assertThat(SessionParameters.of(own, database).values()).isEmpty();
        assertThat(SessionParameters.of(own + "&prepareThreshold=0&options=-c%20statement_timeout=5s", database)
                        .values())
                .isEqualTo(Map.of("prepareThreshold", "0", "options", "-c statement_timeout=5s"));
    }

    @Test
    void thoseOfAnotherProductDoNot(Database database) {
        assertThat(SessionParameters.of("jdbc:h2:mem:shop?currentSchema=x", database)
                        .addedTo(database))
                .isEqualTo(database.url());
        assertThat(SessionParameters.of("jdbc:tc:postgresql:17:///shop?TC_DAEMON=true", database)
                        .values())
                .isEmpty();
        assertThat(SessionParameters.of(null, database).values()).isEmpty();
    }

    /** Where the migrator is another user, its sessions are the application's all the same. */
    @Test
    void theyHoldForAFlywayThatHasOnlyAUserOfItsOwn() {
        Engine.succeeds(1, MigratorTestCase.class);
    }

    @SpringBootTest(
            classes = ShopApplication.class,
            properties = {
                "spring.datasource.url=jdbc:postgresql://${shop.host}:5433/shop?currentSchema=app",
                "spring.flyway.user=migrator",
                "spring.flyway.password=secret",
                "spring.flyway.init-sqls=CREATE SCHEMA IF NOT EXISTS app"
            })
    @TestDatabase
    static class MigratorTestCase {

        @Autowired
        JdbcTemplate sql;

        /** A host that is known only in production is no obstacle. */
        @Test
        void isInTheSchemaOfTheApplication(Connection connection) throws SQLException {
            assertThat(sql.queryForObject("SELECT to_regclass('app.customer') IS NOT NULL", Boolean.class))
                    .isTrue();
            assertThat(connection.getSchema()).isEqualTo("app");
        }
    }
}
