package dev.switchback.spring;

import dev.switchback.jupiter.ApplicationRequest;
import dev.switchback.provision.Database;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** The properties of Spring Boot that lead an application to a database; other applications do not read them. */
record DatabaseProperties(Database database, Map<String, Object> always, Map<String, Object> defaults) {

    static final String URL = "spring.datasource.url";

    private static final String SOURCE = "Switchback";
    private static final List<String> OWN_ADDRESS = List.of("url", "user", "password", "driver-class-name");

    static DatabaseProperties of(ApplicationRequest request, Database database) {
        Map<String, Object> always = new TreeMap<>(Map.of(
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password(),
                "spring.datasource.driver-class-name", driver(database.url()),
                // a slice would take an embedded database instead
                "spring.test.database.replace", "NONE"));
        request.migrations().ifPresent(locations -> {
            always.put("spring.flyway.locations", String.join(",", locations));
            always.put("spring.flyway.fail-on-missing-locations", "true");
        });
        request.target().ifPresent(target -> always.put("spring.flyway.target", target));
        return new DatabaseProperties(
                database,
                always,
                // many contexts are kept, each with its pool
                Map.of("spring.datasource.hikari.minimum-idle", 0, "spring.datasource.hikari.idle-timeout", 10_000));
    }

    /** Before all others, and after all others. */
    void addTo(ConfigurableEnvironment environment) {
        Map<String, Object> first = new TreeMap<>(always);
        first.put(URL, SessionParameters.of(environment, database, URL).addedTo(database));
        // set by themselves, these would lead to another database
        Stream.of("spring.flyway.", "spring.liquibase.")
                .filter(prefix -> OWN_ADDRESS.stream().anyMatch(name -> environment.containsProperty(prefix + name)))
                .forEach(prefix -> {
                    first.put(
                            prefix + "url",
                            SessionParameters.of(environment, database, prefix + "url", URL)
                                    .addedTo(database));
                    first.put(prefix + "user", database.user());
                    first.put(prefix + "password", database.password());
                    first.put(prefix + "driver-class-name", always.get("spring.datasource.driver-class-name"));
                });
        environment.getPropertySources().addFirst(new MapPropertySource(SOURCE, first));
        environment.getPropertySources().addLast(new MapPropertySource(SOURCE + " defaults", defaults));
    }

    private static String driver(String url) {
        try {
            return DriverManager.getDriver(url).getClass().getName();
        } catch (SQLException e) {
            throw new IllegalStateException("No JDBC driver takes " + url, e);
        }
    }

    @Override
    public String toString() {
        return SOURCE + always.keySet();
    }
}
