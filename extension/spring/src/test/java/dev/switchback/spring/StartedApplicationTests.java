package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.ShopApplication;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows that the application writes while it starts are there in every test. */
@SpringBootTest(classes = {ShopApplication.class, StartedApplicationTests.Runner.class})
@TestDatabase
class StartedApplicationTests {

    @Autowired
    JdbcTemplate sql;

    @RepeatedTest(2)
    void rowsOfTheStartStay() {
        assertThat(sql.queryForList("SELECT name FROM customer ORDER BY id", String.class))
                .containsExactly("migrated", "by the start");
        assertThat(sql.update("DELETE FROM customer")).isEqualTo(2);
    }

    @Test
    @SeededFixtures("customers.yaml")
    void fixturesComeOnTop() {
        assertThat(sql.queryForObject("SELECT count(*) FROM customer", int.class))
                .isEqualTo(4);
    }

    @Test
    void tablesOfTheStartStay() {
        assertThat(sql.queryForObject("SELECT count(*) FROM made_by_the_start", int.class))
                .isZero();
        sql.execute("DROP TABLE made_by_the_start");
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Runner {

        @Bean
        ApplicationRunner fills(JdbcTemplate sql) {
            return arguments -> {
                sql.execute("CREATE TABLE made_by_the_start (id int)");
                sql.update("INSERT INTO customer VALUES (500, 'by the start')");
            };
        }
    }
}
