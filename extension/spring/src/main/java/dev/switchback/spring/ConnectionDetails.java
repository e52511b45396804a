package dev.switchback.spring;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.ClassUtils;

/** Spring Boot's beans that say where a database is, which it asks before any property. */
final class ConnectionDetails {

    /** By the name of Spring Boot 4, and by that of 3. */
    private static final List<String> TYPES = List.of(
            "org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails",
            "org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails",
            "org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails",
            "org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails",
            "org.springframework.boot.liquibase.autoconfigure.LiquibaseConnectionDetails",
            "org.springframework.boot.autoconfigure.liquibase.LiquibaseConnectionDetails");

    /** Spring Boot's own, which read the properties, are in configurations that it brings. */
    private static final String OWN = "AutoConfiguration";

    private ConnectionDetails() {}

    /** Refuses those that lead to another database. */
    static void refuse(ConfigurableListableBeanFactory beans) {
        ClassLoader loader = beans.getBeanClassLoader();
        TYPES.stream()
                .filter(type -> ClassUtils.isPresent(type, loader))
                .flatMap(type ->
                        Stream.of(beans.getBeanNamesForType(ClassUtils.resolveClassName(type, loader), true, false)))
                .filter(name -> !isOwn(beans, name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalStateException(
                            """
                            The application of this test has two databases: that of @TestDatabase, and that of the bean "%s", \
                            which a @ServiceConnection or a configuration declares and which Spring Boot would take.

                            Remove the @ServiceConnection, or its container, from this test's configuration; or keep it and leave \
                            @TestDatabase out."""
                                    .formatted(name));
                });
    }

    private static boolean isOwn(ConfigurableListableBeanFactory beans, String name) {
        if (!beans.containsBeanDefinition(name)) {
            return false;
        }
        BeanDefinition definition = beans.getBeanDefinition(name);
        String factory = String.valueOf(definition.getFactoryBeanName());
        return factory.startsWith("org.springframework.boot.") && factory.contains(OWN);
    }
}
