package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.switchback.TestDatabase;
import dev.switchback.provision.Database;
import dev.switchback.spring.shop.ShopApplication;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;

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

    /** An application may have transactions on others, too. */
    @Test
    void theTransactionOfTheTestIsThatOnItsDatabase() {
        Engine.succeeds(2, TransactionsTestCase.class);
    }

    /** Where a property of the pool says otherwise. */
    @Test
    void itLogsInAsTheTestDatabaseWants() {
        Engine.succeeds(2, UserTestCase.class);
    }

    @Test
    void aPoolThatIsWrappedLetsItsConnectionsGo() {
        Engine.succeeds(3, WrappedTestCase.class);
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

    @SpringJUnitConfig(TransactionsTestCase.Managers.class)
    @TestPropertySource(properties = "switchback.data-source=shop")
    @TestDatabase
    static class TransactionsTestCase {

        @Test
        @Transactional("ofShop")
        void theConnectionIsOnTheTestDatabase(Connection connection, Database database) throws SQLException {
            assertThat(connection.getCatalog()).isEqualTo(database.name());
            assertThat(connection.getAutoCommit()).isFalse();
        }

        @Test
        @Transactional("ofAnother")
        void alsoInATransactionOnAnother(Connection connection, Database database) throws SQLException {
            assertThat(connection.getCatalog()).isEqualTo(database.name());
            assertThat(connection.getAutoCommit()).isTrue();
        }

        @Configuration(proxyBeanMethods = false)
        static class Managers {

            @Bean(destroyMethod = "shutdown")
            DataSource another() {
                return new EmbeddedDatabaseBuilder()
                        .setType(EmbeddedDatabaseType.H2)
                        .build();
            }

            @Bean
            HikariDataSource shop() {
                return elsewhere("shop");
            }

            @Bean
            PlatformTransactionManager ofAnother(@Qualifier("another") DataSource source) {
                return new DataSourceTransactionManager(source);
            }

            @Bean
            PlatformTransactionManager ofShop(@Qualifier("shop") DataSource source) {
                return new DataSourceTransactionManager(source);
            }
        }
    }

    @SpringBootTest(
            classes = ShopApplication.class,
            properties = {"spring.datasource.hikari.username=shop", "spring.datasource.hikari.password=secret"})
    static class UserTestCase extends DataSourceTestCase {}

    @SpringJUnitConfig(WrappedTestCase.Wrapped.class)
    static class WrappedTestCase extends DataSourceTestCase {

        @Test
        void isMadeAnew() {
            new JdbcTemplate(source).execute("DROP TABLE customer");
        }

        @Configuration(proxyBeanMethods = false)
        static class Wrapped {

            @Bean
            HikariDataSource pool() {
                return elsewhere("shop");
            }

            @Bean
            static BeanPostProcessor wrapper() {
                return new BeanPostProcessor() {
                    @Override
                    public Object postProcessAfterInitialization(Object bean, String name) {
                        return bean instanceof HikariDataSource pool ? new Opaque(pool) : bean;
                    }
                };
            }
        }
    }

    /** Does not tell what it wraps. */
    private static final class Opaque extends AbstractDataSource {

        private final DataSource wrapped;

        Opaque(DataSource wrapped) {
            this.wrapped = wrapped;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return wrapped.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return wrapped.getConnection(user, password);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) {
            return false;
        }
    }

    private static HikariDataSource elsewhere(String name) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/" + name);
        return source;
    }
}
