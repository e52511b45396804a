package dev.switchback.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.TestDatabase;
import java.lang.invoke.MethodHandles;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** As many contexts as Spring keeps, each with a pool, and some more do not exhaust the server, which takes 200 sessions. */
class ManyContextsTests {

    /** Spring keeps 32. */
    private static final int CONTEXTS = 34;

    /** Hikari's own default, ten for each pool from its start on, would be too many. */
    private static final int AT_ONCE = 4;

    private static final Set<ApplicationContext> SEEN = ConcurrentHashMap.newKeySet();

    @Test
    void keptContextsDoNotExhaustTheServer() {
        SEEN.clear();

        Engine.succeeds(
                CONTEXTS,
                IntStream.range(0, CONTEXTS)
                        .mapToObj(ManyContextsTests::withContextOfItsOwn)
                        .toArray(Class<?>[]::new));

        assertThat(SEEN).hasSize(CONTEXTS);
    }

    private static Class<?> withContextOfItsOwn(int number) {
        return new ByteBuddy()
                .subclass(OwnContextTestCase.class)
                .name(OwnContextTestCase.class.getName() + number)
                .annotateType(AnnotationDescription.Builder.ofType(TestPropertySource.class)
                        .defineArray("properties", "number=" + number)
                        .build())
                .make()
                .load(
                        ManyContextsTests.class.getClassLoader(),
                        ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
                .getLoaded();
    }

    @SpringBootTest(
            classes = OwnContextTestCase.Application.class,
            properties = {
                "spring.autoconfigure.exclude=org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration,"
                        + "org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration",
                "spring.data.jpa.repositories.enabled=false",
                "spring.main.lazy-initialization=true"
            })
    @TestDatabase
    static class OwnContextTestCase {

        @SpringBootConfiguration(proxyBeanMethods = false)
        @EnableAutoConfiguration
        static class Application {}

        @Autowired
        DataSource pool;

        @Autowired
        void remember(ApplicationContext context) {
            SEEN.add(context);
        }

        @Test
        void usesSomeConnectionsAtOnce() throws SQLException {
            List<Connection> connections = new ArrayList<>();
            try {
                for (int i = 0; i < AT_ONCE; i++) {
                    connections.add(pool.getConnection());
                }
                assertThat(connections).hasSize(AT_ONCE).allMatch(OwnContextTestCase::isValid);
            } finally {
                for (Connection connection : connections) {
                    connection.close();
                }
            }
        }

        private static boolean isValid(Connection connection) {
            try {
                return connection.isValid(1);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
