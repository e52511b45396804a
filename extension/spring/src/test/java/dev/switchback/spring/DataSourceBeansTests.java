package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.switchback.TestDatabase;
import dev.switchback.provision.Database;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Data sources that an application declares by itself, without Spring Boot. */
class DataSourceBeansTests {

    @Test
    void aContextWithoutADataSourceGetsOne() {
        Engine.succeeds(2, NoneTestCase.class);
    }

    @Test
    void theOnlyOneIsLedToTheTestDatabase() {
        Engine.succeeds(2, PoolTestCase.class);
        Engine.succeeds(2, EmbeddedTestCase.class);
    }

    @Test
    void oneOfSeveralIsChosenByName() {
        Engine.succeeds(1, ChosenTestCase.class);
    }

    @Test
    void severalAreRefused() {
        assertThat(Engine.failure(SeveralTestCase.class))
                .isEqualTo(
                        """
                        The application has several data sources, and "billing" leads to jdbc:postgresql://127.0.0.1:1/billing instead of \
                        the test database. Its DataSource beans:

                          billing
                          orders

                        Name the one that the test database is for, with the property switchback.data-source = billing (in \
                        application-test.properties, or in the test's @TestPropertySource or @SpringBootTest); the others are left \
                        alone then.""");
    }

    @Test
    void aNameThatIsNotThereIsRefused() {
        assertThat(Engine.failure(MistypedTestCase.class))
                .isEqualTo(
                        "switchback.data-source = order: there is no DataSource bean of that name; there are: billing, orders.");
    }

    @TestDatabase
    abstract static class DataSourceTestCase {

        @Autowired
        DataSource source;

        @RepeatedTest(2)
        void isMigratedAndReset(Database database) {
            JdbcTemplate sql = new JdbcTemplate(source);
            assertThat(sql.queryForObject("SELECT current_database()", String.class))
                    .isEqualTo(database.name());
            assertThat(sql.queryForList("SELECT name FROM customer", String.class))
                    .containsExactly("migrated");
            sql.update("INSERT INTO customer VALUES (7, 'left over')");
        }
    }

    @SpringJUnitConfig(NoneTestCase.Nothing.class)
    static class NoneTestCase extends DataSourceTestCase {

        @Configuration(proxyBeanMethods = false)
        static class Nothing {}
    }

    @SpringJUnitConfig(PoolTestCase.Pool.class)
    static class PoolTestCase extends DataSourceTestCase {

        @Configuration(proxyBeanMethods = false)
        static class Pool {

            @Bean
            HikariDataSource pool() {
                return elsewhere("shop");
            }
        }
    }

    @SpringJUnitConfig(EmbeddedTestCase.Embedded.class)
    static class EmbeddedTestCase extends DataSourceTestCase {

        @Configuration(proxyBeanMethods = false)
        static class Embedded {

            @Bean(destroyMethod = "shutdown")
            DataSource embedded() {
                return new EmbeddedDatabaseBuilder()
                        .setType(EmbeddedDatabaseType.H2)
                        .build();
            }
        }
    }

    @SpringJUnitConfig(Two.class)
    @TestDatabase
    static class SeveralTestCase {

        @Test
        void isNotReached() {}
    }

    @SpringJUnitConfig(Two.class)
    @TestPropertySource(properties = "switchback.data-source=order")
    @TestDatabase
    static class MistypedTestCase {

        @Test
        void isNotReached() {}
    }

    @SpringJUnitConfig(Two.class)
    @TestPropertySource(properties = "switchback.data-source=orders")
    @TestDatabase
    static class ChosenTestCase {

        @Autowired
        HikariDataSource orders;

        @Autowired
        HikariDataSource billing;

        @Test
        void theOthersAreLeftAlone(Database database) {
            assertThat(new JdbcTemplate(orders).queryForObject("SELECT current_database()", String.class))
                    .isEqualTo(database.name());
            assertThat(billing.getJdbcUrl()).isEqualTo("jdbc:postgresql://127.0.0.1:1/billing");
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Two {

        @Bean
        HikariDataSource billing() {
            return elsewhere("billing");
        }

        @Bean
        HikariDataSource orders() {
            return elsewhere("orders");
        }
    }

    private static HikariDataSource elsewhere(String name) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/" + name);
        return source;
    }
}
