package dev.switchback.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.switchback.testing.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A disk on which there is no space left, while something is set up there. */
class FullDiskTests {

    private static final long MEGABYTE = 1 << 20;
    private static final long ENOUGH = 400 * MEGABYTE;

    @SuppressWarnings("NullAway.Init") // set before each test
    private SmallDisk disk;

    @BeforeEach
    void mount() throws IOException {
        disk = SmallDisk.mount();
    }

    @AfterEach
    void unmount() throws IOException {
        disk.close();
    }

    private Server start() {
        return Server.start(
                ServerProviders.installed().choose("embedded-postgres"),
                ServerRequest.defaults()
                        .withOptions(Map.of(
                                "switchback.embedded-postgres.folder",
                                disk.path().toString())));
    }

    private void works() throws SQLException {
        try (Server server = start();
                Database database = server.create()) {
            ServerTests.execute(database, "CREATE TABLE t (id int)");
        }
    }

    private Path folder(String name) {
        return disk.path().resolve("switchback").resolve(name);
    }

    private long files(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder(name))) {
            return files.count();
        }
    }

    private void isTold() {
        ProvisionException failure = catchThrowableOfType(ProvisionException.class, this::start);
        assertThat(failure)
                .hasMessageMatching("There is no space for PostgreSQL in " + disk.path()
                        + "/switchback[a-z/]*: \\d+ MB are free\\.\n\nIt needs about 300 MB, and what the tests write."
                        + " Make room, or name another folder with switchback.embedded-postgres.folder\\.");
    }

    @Test
    void nothingIsLeftOfBinariesThatDoNotFit() throws Exception {
        disk.leave(20 * MEGABYTE);
        isTold();
        assertThat(folder("scratch")).isEmptyDirectory();
        assertThat(folder("binaries")).isEmptyDirectory();

        disk.leave(ENOUGH);
        works();
    }

    @Test
    void nothingIsLeftOfADataDirectoryThatDoesNotFit() throws Exception {
        disk.leave(75 * MEGABYTE);
        isTold();
        assertThat(folder("scratch")).isEmptyDirectory();
        assertThat(folder("clusters")).isEmptyDirectory();
        assertThat(files("binaries")).isEqualTo(2);

        disk.leave(ENOUGH);
        works();
    }

    @Test
    void nothingIsLeftOfAServerThatDoesNotFit() throws Exception {
        works();
        disk.leave(10 * MEGABYTE);
        isTold();
        assertThat(folder("servers")).isEmptyDirectory();
        assertThat(files("binaries")).isEqualTo(2);
        assertThat(files("clusters")).isEqualTo(1);

        disk.leave(ENOUGH);
        works();
    }

    @Test
    void aDatabaseThatDoesNotFitIsToldWithTheFolderAndLaterThereAreOthers() throws Exception {
        try (Server server = start()) {
            disk.leave(2 * MEGABYTE);
            assertThatThrownBy(server::create)
                    .isInstanceOf(ProvisionException.class)
                    .hasMessageMatching("(?s)Could not create database switchback_\\w+ .*No space left on device.*\n\n"
                            + "Make room where the server keeps its data, " + folder("servers") + "/[\\w-]+/data\\.");

            disk.leave(ENOUGH);
            try (Database database = server.create()) {
                ServerTests.execute(database, "CREATE TABLE t (id int)");
            }
        }
    }
}
