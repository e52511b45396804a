package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Databases by their URLs. */
@ExtendWith(Calls.Extension.class)
class DatabaseByUrlTests {

    private final Calls calls;
    private final Path folder;

    DatabaseByUrlTests(Calls calls, @TempDir Path folder) throws IOException {
        this.calls = calls;
        this.folder = folder;
        Files.writeString(folder.resolve("V1__person.sql"), "CREATE TABLE person (id int PRIMARY KEY);");
    }

    private Database migrated() {
        Database database = calls.server().create();
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + folder)
                .load()
                .migrate();
        return database;
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    @Test
    void aDatabaseIsComparedWithItsMigrationsAndOnlyRead() throws SQLException {
        try (Database database = migrated()) {
            Calls onDatabase = calls.on(database);

            Call same = onDatabase.call("drift", "-l", folder.toString());
            execute(database, "ALTER TABLE person ADD nick text");
            Call drifted = onDatabase.call("drift", database.url(), "-l", folder.toString());
            Call different = onDatabase.call("diff", folder.toString(), database.url(), "-l", folder.toString());

            assertThat(same).isEqualTo(new Call(0, "The database is what its migrations make, up to V1.\n", ""));
            assertThat(drifted.exitCode()).isEqualTo(1);
            assertThat(drifted.out()).contains("+ column nick    text").doesNotContain(database.password());
            assertThat(different.exitCode()).isEqualTo(1);
            assertThat(different.out()).contains("+ column nick    text");
        }
    }

    @Test
    void aProcessOfItsOwnTakesThePasswordFromItsEnvironment() throws IOException, InterruptedException {
        try (Database database = migrated()) {
            ProcessBuilder process = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    SwitchbackCommand.class.getName(),
                    "drift",
                    "-l",
                    folder.toString());
            process.environment().putAll(calls.on(database).environment());
            Process running = process.redirectErrorStream(true).start();
            String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(said).isEqualTo("The database is what its migrations make, up to V1.\n");
            assertThat(running.waitFor()).isZero();
        }
    }
}
