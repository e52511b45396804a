package dev.switchback.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Folders, servers and copies on days when something else is wrong. */
class BadDaysTests {

    private static final String FOLDER = "switchback.embedded-postgres.folder";

    private static Path folder;

    /** Not a @TempDir: those are closed to the account that PostgreSQL has when root runs the tests. */
    @BeforeAll
    static void createFolder() throws IOException {
        folder = Files.createTempDirectory("switchback-bad-days");
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    @AfterAll
    static void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Server start(Map<String, String> settings, Map<String, String> options) {
        return Server.start(
                ServerProviders.installed().choose("embedded-postgres"),
                ServerRequest.defaults().withSettings(settings).withOptions(options));
    }

    @Test
    void aFolderMayHaveSpacesAndAnyLettersAndWhatIsDamagedInItIsMadeAgain() throws IOException, SQLException {
        String name = "it's a folder äöü Ж 数";
        assumeThat(Charset.forName(System.getProperty("sun.jnu.encoding"))
                        .newEncoder()
                        .canEncode(name))
                .as("the system can name it")
                .isTrue();
        Path odd = Files.createDirectory(folder.resolve(name));
        if (odd.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(odd, PosixFilePermissions.fromString("rwx--x--x"));
        }
        Map<String, String> there = Map.of(FOLDER, odd.toString());
        try (Server server = start(Map.of(), there);
                Database database = server.template("odd", template -> {}).clone()) {
            ServerTests.execute(database, "CREATE TABLE t (id int)");
        }

        Path program = programIn(odd);
        Files.write(program, new byte[0]);
        try (Server server = start(Map.of(), there);
                Database database = server.create()) {
            ServerTests.execute(database, "CREATE TABLE t (id int)");
        }
        assertThat(programIn(odd)).isNotEmptyFile();
    }

    private static Path programIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("switchback/binaries"))) {
            return files.filter(file -> file.endsWith("bin/postgres") || file.endsWith("bin/postgres.exe"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aHomeAndAFolderForTemporaryFilesThatAreNotThereAreNoFailure() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.home=" + folder.resolve("no home"),
                        "-Djava.io.tmpdir=" + folder.resolve("no temporary files"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        OneDatabase.class.getName())
                .inheritIO()
                .start();

        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(jvm.exitValue()).isZero();
    }

    static final class OneDatabase {

        private OneDatabase() {}

        public static void main(String[] arguments) throws SQLException {
            try (Server server = start(Map.of(), Map.of());
                    Database database = server.create()) {
                ServerTests.execute(database, "CREATE TABLE t (id int)");
            }
        }
    }

    @Test
    void whereThereAreNoConnectionsLeftTheMessageSaysWhatToDoAndLaterThereAreDatabasesAgain() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try (Server server = start(Map.of("max_connections", "8", "superuser_reserved_connections", "0"), Map.of());
                Database database = server.create()) {
            assertThatThrownBy(() -> {
                        while (all.size() < 100) {
                            all.add(database.dataSource().getConnection());
                        }
                    })
                    .isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState())
                            .isEqualTo("53300"));
            ServerRequest same = ServerRequest.defaults()
                    .withOptions(Map.of(
                            "switchback.url", database.url(),
                            "switchback.user", database.user(),
                            "switchback.password", database.password()));
            assertThatThrownBy(() -> Server.start(ServerProviders.installed().choose("url"), same))
                    .isInstanceOf(ProvisionException.class)
                    .hasMessageContaining("sorry, too many clients already")
                    .hasMessageEndingWith("Raise the server's max_connections, or run fewer tests at once.");

            for (Connection each : all) {
                each.close();
            }
            try (Database another = server.create()) {
                ServerTests.execute(another, "CREATE TABLE t (id int)");
            }
        }
    }

    @Test
    void aCopyThatFailsIsToldAndNothingIsLeftOfIt() throws SQLException {
        try (Server server = start(Map.of(), Map.of());
                Database other = server.create()) {
            List<String> names = new ArrayList<>();
            Template template = server.template("gone", database -> names.add(database.name()));
            String gone = names.get(0);
            try (Connection session = DriverManager.getConnection(other.url(), other.user(), other.password())) {
                session.createStatement().execute("DROP DATABASE " + gone);
            }

            assertThatThrownBy(template::clone)
                    .isInstanceOf(ProvisionException.class)
                    .hasMessageContaining("Could not copy database " + gone + " to switchback_")
                    .hasMessageContaining("does not exist");
            ServerTests.execute(other, "CREATE TABLE t (id int)");
            try (Database copy = server.copy(other)) {
                ServerTests.execute(copy, "SELECT FROM t");
            }
        }
    }
}
