package dev.switchback.benchmarks.spring;

import dev.switchback.benchmarks.reseed.SmallShop;
import dev.switchback.benchmarks.suite.Often;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A test class that works with the application's pool. */
@SpringBootTest(classes = ShopApplication.class, properties = "spring.main.banner-mode=off")
abstract class SpringCase {

    @Autowired
    @SuppressWarnings("NullAway.Init") // set by Spring
    private DataSource database;

    @Often
    public void changesThreeTables() throws SQLException {
        try (Connection connection = database.getConnection()) {
            SmallShop.check(connection);
            SmallShop.test(connection, 3);
        }
    }
}
