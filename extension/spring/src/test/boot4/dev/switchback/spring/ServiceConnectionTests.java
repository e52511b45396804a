package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import dev.switchback.spring.shop.ShopApplication;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Details of a connection, as {@code @ServiceConnection} declares them, go before properties. */
class ServiceConnectionTests {

    @Test
    void detailsOfAnotherConnectionAreRefused() {
        assertThat(Engine.failure(ContainerTestCase.class))
                .isEqualTo(
                        """
                        The application of this test has two databases: that of @TestDatabase, and that of the bean "container", which a \
                        @ServiceConnection or a configuration declares and which Spring Boot would take.

                        Remove the @ServiceConnection, or its container, from this test's configuration; or keep it and leave \
                        @TestDatabase out.""");
    }

    @SpringBootTest(classes = ShopApplication.class)
    @Import(Container.class)
    @TestDatabase
    static class ContainerTestCase {

        @Test
        void isNotReached() {}
    }

    @Configuration(proxyBeanMethods = false)
    static class Container {

        @Bean
        JdbcConnectionDetails container() {
            return new JdbcConnectionDetails() {
                @Override
                public String getUsername() {
                    return "shop";
                }

                @Override
                public String getPassword() {
                    return "secret";
                }

                @Override
                public String getJdbcUrl() {
                    return "jdbc:postgresql://127.0.0.1:1/container";
                }
            };
        }
    }
}
