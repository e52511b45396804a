package dev.switchback.benchmarks.spring;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** An application with a pool and Flyway, whose migrations are where the run says. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class ShopApplication {

    /** It has a fixed bean for Flyway, since Spring Boot's own asks for its version of that. */
    @Bean(initMethod = "migrate")
    Flyway flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations(System.getProperty("switchback.migrations"))
                .load();
    }
}
