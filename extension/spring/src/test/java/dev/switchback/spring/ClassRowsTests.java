package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.Reset;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.ShopApplication;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.jdbc.Sql;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;

/** Rows that a test class writes before its tests: they belong to no other class, whichever comes first. */
class ClassRowsTests {

    @Test
    void thoseOfABeforeAllMethodAreNoPartOfTheStart() {
        Engine.succeeds(4, WritingTestCase.class, OtherTestCase.class);
    }

    @Test
    void thoseOfAScriptAreNoPartOfTheStart() {
        Engine.succeeds(4, ScriptTestCase.class, OtherTestCase.class);
    }

    @Test
    void norAreThoseOfAContextWithoutSpringBoot() {
        Engine.succeeds(2, PlainTestCase.class);
    }

    @Test
    void theyAreKeptForTestsThatKeepEachOthersRows() {
        Engine.succeeds(2, KeepingTestCase.class);
        Engine.succeeds(4, OtherTestCase.class, KeepingTestCase.class);
    }

    @SpringBootTest(classes = ShopApplication.class)
    @TestDatabase
    abstract static class ShopTestCase {

        @Autowired
        JdbcTemplate sql;

        int customers() {
            return Objects.requireNonNull(sql.queryForObject("SELECT count(*) FROM customer", Integer.class));
        }
    }

    static class WritingTestCase extends ShopTestCase {

        @BeforeAll
        static void write(@Autowired JdbcTemplate sql) {
            sql.update("INSERT INTO customer VALUES (600, 'of the class')");
        }

        @RepeatedTest(2)
        void begins() {
            assertThat(customers()).isOne();
        }
    }

    @Sql(scripts = "insert.sql", executionPhase = Sql.ExecutionPhase.BEFORE_TEST_CLASS)
    static class ScriptTestCase extends ShopTestCase {

        @RepeatedTest(2)
        void begins() {
            assertThat(customers()).isOne();
        }
    }

    static class OtherTestCase extends ShopTestCase {

        @RepeatedTest(2)
        void begins() {
            assertThat(customers()).isOne();
        }
    }

    @SeededFixtures(value = "customers.yaml", reset = Reset.NONE)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class KeepingTestCase extends ShopTestCase {

        @BeforeAll
        void write() {
            sql.update("INSERT INTO customer VALUES (600, 'of the class')");
        }

        @RepeatedTest(2)
        void keeps() {
            assertThat(customers()).isEqualTo(4);
        }
    }

    @SpringJUnitConfig(PlainTestCase.Nothing.class)
    @TestDatabase
    static class PlainTestCase {

        @Configuration(proxyBeanMethods = false)
        static class Nothing {}

        @BeforeAll
        static void write(@Autowired javax.sql.DataSource source) {
            new JdbcTemplate(source).update("INSERT INTO customer VALUES (600, 'of the class')");
        }

        @RepeatedTest(2)
        void begins(@Autowired javax.sql.DataSource source) {
            assertThat(new JdbcTemplate(source).queryForObject("SELECT count(*) FROM customer", int.class))
                    .isOne();
        }
    }
}
