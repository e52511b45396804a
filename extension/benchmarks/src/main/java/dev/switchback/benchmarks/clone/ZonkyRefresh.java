package dev.switchback.benchmarks.clone;

import dev.switchback.benchmarks.Contender;
import dev.switchback.benchmarks.reseed.SmallShop;
import io.zonky.test.db.AutoConfigureEmbeddedDatabase;
import io.zonky.test.db.AutoConfigureEmbeddedDatabase.DatabaseProvider;
import io.zonky.test.db.AutoConfigureEmbeddedDatabase.RefreshMode;
import io.zonky.test.db.context.DatabaseContext;
import io.zonky.test.db.preparer.DatabasePreparer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestContextManager;

/** The refresh of embedded-database-spring-test: the database of a context is made anew, as before each test method. */
final class ZonkyRefresh implements Contender {

    private static final String TABLES = "clone.tables";

    /**
     * A test class with an application that has nothing but a database. Spring Boot starts it: where that is on the class path, zonky's
     * library leaves it to Spring Boot's end to end the server, and there is none where nothing has been started.
     */
    @SpringBootTest(classes = TestClass.Tables.class, properties = "spring.main.banner-mode=off")
    @AutoConfigureEmbeddedDatabase(provider = DatabaseProvider.EMBEDDED, refresh = RefreshMode.BEFORE_EACH_TEST_METHOD)
    static final class TestClass {

        /** The tables are prepared while the context starts, and so are a part of all its databases. */
        @Configuration
        static class Tables {

            @Bean
            Preparer tables(DatabaseContext context) {
                Preparer tables = new Preparer(Integer.getInteger(TABLES));
                context.apply(tables);
                return tables;
            }
        }
    }

    private final DatabaseContext context;

    private ZonkyRefresh(DatabaseContext context) {
        this.context = context;
    }

    static ZonkyRefresh of(int tables) {
        System.setProperty(TABLES, String.valueOf(tables));
        return new ZonkyRefresh(new TestContextManager(TestClass.class)
                .getTestContext()
                .getApplicationContext()
                .getBean(DatabaseContext.class));
    }

    /** The migrations, as far as embedded-database-spring-test is concerned: databases of equal ones have a template. */
    record Preparer(int tables) implements DatabasePreparer {

        @Override
        public long estimatedDuration() {
            return 1000;
        }

        @Override
        public void prepare(DataSource dataSource) throws SQLException {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(
                        IntStream.range(0, tables).mapToObj(SmallShop::table).collect(Collectors.joining())
                                + SmallShop.inserts());
            }
        }
    }

    @Override
    public Duration run() throws Exception {
        Duration time = Contender.time(() -> {
            context.reset();
            context.getDatabase();
        });
        try (Connection connection = context.getDatabase().getConnection()) {
            SmallShop.check(connection);
            SmallShop.test(connection, 1);
        }
        return time;
    }
}
