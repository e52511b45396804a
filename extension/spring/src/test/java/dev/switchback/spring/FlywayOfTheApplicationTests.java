package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** The template is made by the configuration of the application's own Flyway, and each migration runs once. */
class FlywayOfTheApplicationTests {

    private static final AtomicInteger MIGRATED = new AtomicInteger();
    private static final AtomicInteger CALLED_BACK = new AtomicInteger();

    @BeforeEach
    void forget() {
        MIGRATED.set(0);
        CALLED_BACK.set(0);
    }

    @Test
    void noMigrationRunsTwice() {
        Engine.succeeds(3, OneTestCase.class, AnotherContextTestCase.class);

        assertThat(MIGRATED).hasValue(1);
        assertThat(CALLED_BACK).hasValue(2);
    }

    @Test
    void norDoesOneOfAFlywayThatMigratesByItself() {
        Engine.succeeds(1, InitMethodTestCase.class);

        assertThat(MIGRATED).hasValue(1);
    }

    @SpringJUnitConfig(InitMethodTestCase.Itself.class)
    @TestDatabase
    static class InitMethodTestCase {

        @Test
        void theDatabaseIsMigrated(@Autowired DataSource source) {
            assertThat(new JdbcTemplate(source).queryForObject("SELECT count(*) FROM greeting", int.class))
                    .isEqualTo(2);
        }

        @Configuration(proxyBeanMethods = false)
        static class Itself {

            @Bean(initMethod = "migrate")
            Flyway flyway(DataSource source) {
                return Flyway.configure()
                        .dataSource(source)
                        .locations("classpath:db/own")
                        .placeholders(Map.of("greeting", "hello"))
                        .javaMigrations(new V2__by_java())
                        .load();
            }
        }
    }

    @SpringBootTest(
            classes = OwnFlyway.class,
            properties = {
                "spring.flyway.locations=classpath:db/own",
                "spring.jpa.hibernate.ddl-auto=none",
                "spring.flyway.schemas=own",
                "spring.flyway.table=own_history",
                "spring.flyway.placeholders.greeting=hello"
            })
    @TestDatabase
    abstract static class OwnTestCase {

        @Autowired
        JdbcTemplate sql;

        @Autowired
        Flyway flyway;

        @Test
        void theDatabaseIsMigratedInThatWay() {
            assertThat(sql.queryForList("SELECT text FROM own.greeting ORDER BY text", String.class))
                    .containsExactly("by Java", "hello");
            assertThat(flyway.info().pending()).isEmpty();
            assertThat(sql.queryForObject("SELECT count(*) FROM own.own_history WHERE version IS NOT NULL", int.class))
                    .isEqualTo(2);
            sql.update("DELETE FROM own.greeting");
        }
    }

    static class OneTestCase extends OwnTestCase {

        @Test
        void parametersKnowThatConfiguration(Flyway parameter) {
            assertThat(parameter.getConfiguration().getTable()).isEqualTo("own_history");
            assertThat(parameter.info().applied()).hasSize(3);
        }
    }

    @SpringBootTest(
            classes = OwnFlyway.class,
            properties = {
                "spring.flyway.locations=classpath:db/own",
                "spring.jpa.hibernate.ddl-auto=none",
                "spring.flyway.schemas=own",
                "spring.flyway.table=own_history",
                "spring.flyway.placeholders.greeting=hello",
                "another.property=1"
            })
    static class AnotherContextTestCase extends OwnTestCase {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class OwnFlyway {

        @Bean
        V2__by_java byJava() {
            return new V2__by_java();
        }

        @Bean
        AfterMigration afterMigration() {
            return new AfterMigration();
        }
    }

    /** Named as Flyway wants it. */
    @SuppressWarnings("checkstyle:TypeName")
    static class V2__by_java extends BaseJavaMigration {

        @Override
        public void migrate(org.flywaydb.core.api.migration.Context context) throws Exception {
            MIGRATED.incrementAndGet();
            try (Statement statement = context.getConnection().createStatement()) {
                statement.execute("INSERT INTO greeting VALUES ('by Java')");
            }
        }
    }

    /** After each migration that runs. */
    static class AfterMigration extends BaseCallback {

        @Override
        public boolean supports(Event event, Context context) {
            return event == Event.AFTER_EACH_MIGRATE;
        }

        @Override
        public void handle(Event event, Context context) {
            CALLED_BACK.incrementAndGet();
        }
    }
}
