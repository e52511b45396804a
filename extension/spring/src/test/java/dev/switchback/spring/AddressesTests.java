package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import dev.switchback.provision.Database;
import dev.switchback.spring.shop.ShopApplication;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** Addresses that an application sets for itself. */
@SpringBootTest(
        classes = ShopApplication.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:shop",
            "spring.datasource.driver-class-name=org.h2.Driver",
            "spring.flyway.url=jdbc:postgresql://127.0.0.1:1/elsewhere",
            "spring.flyway.user=migrator",
            "spring.flyway.password=secret"
        })
@TestDatabase(target = "1")
class AddressesTests {

    @Autowired
    JdbcTemplate sql;

    @Autowired
    Flyway flyway;

    @Test
    void theyGiveWayToTheTestDatabase(Database database) {
        assertThat(sql.queryForObject("SELECT current_database()", String.class))
                .isEqualTo(database.name());
        assertThat(flyway.info().current().getVersion().getVersion()).isEqualTo("1");
    }
}
