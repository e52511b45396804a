package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Calls by a build, in the folder of a module. */
@ExtendWith(Calls.Extension.class)
class SwitchbackCallTests {

    private final Calls calls;
    private final Path folder;
    private final List<String> remarks = new ArrayList<>();

    SwitchbackCallTests(Calls calls, @TempDir Path folder) {
        this.calls = calls;
        this.folder = folder;
    }

    private void migration(String location, String name) throws IOException {
        Files.createDirectories(folder.resolve(location));
        Files.writeString(folder.resolve(location).resolve("V" + name + ".sql"), "CREATE TABLE ${name} (id int);");
        Files.writeString(folder.resolve(location).resolve("U" + name + ".sql"), "DROP TABLE ${name};");
    }

    private SwitchbackCall call() {
        return SwitchbackCall.in(folder, calls.environment());
    }

    private Call run(SwitchbackCall call, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = call.run(new PrintWriter(out), new PrintWriter(err), remarks::add, List.of(arguments));
        return new Call(code, out.toString(), err.toString());
    }

    @Test
    void whatIsRelativeIsInTheFolder() throws IOException {
        migration("sql", "1__person");
        Files.writeString(folder.resolve("flyway.conf"), "flyway.placeholders.name=person\nflyway.user=app\n");
        Files.writeString(folder.resolve("switchback-lint.yaml"), "rules:\n  no-such-rule: off\n");

        Call byUsualFolder = run(
                call(),
                "roundtrip",
                "--report",
                "target/report.html",
                "--also",
                "json=target/report-too.json",
                "--undo",
                "filesystem:sql");
        Call byLocation = run(call(), "roundtrip", "--locations", "filesystem:sql");
        Call byFile = run(call(), "golden", "schema.sql", "--update", "-l", "sql", "--config", "flyway.conf");
        Call lint = run(call(), "lint", "--files-only");

        assertThat(byUsualFolder.exitCode()).as(byUsualFolder.err()).isZero();
        assertThat(folder.resolve("target/report.html")).content().contains("filesystem:sql");
        assertThat(folder.resolve("target/report-too.json")).isRegularFile();
        assertThat(byLocation.out()).contains("V1 person");
        assertThat(byFile.exitCode()).isZero();
        assertThat(folder.resolve("schema.sql")).content().contains("CREATE TABLE public.person");
        assertThat(lint.exitCode()).isEqualTo(2);
        assertThat(lint.err()).startsWith(folder.resolve("switchback-lint.yaml") + ":2:");
        assertThat(remarks)
                .hasSize(4)
                .containsOnly("Not taken over from " + folder.resolve("flyway.conf") + ": flyway.user.");
    }

    @Test
    void settingsOfTheBuildStandBetweenFilesAndOptions() throws IOException {
        for (String name : List.of("file", "plugin", "properties", "variable", "call")) {
            migration(name, "1__" + name);
        }
        Files.writeString(
                folder.resolve("flyway.conf"), "flyway.locations=filesystem:file\nflyway.placeholders.name=x\n");
        SwitchbackCall plugin = call().withFlywayOfProject("the plugin", locations("plugin"));
        SwitchbackCall properties = plugin.withFlywayOfProject("the properties", locations("properties"));
        SwitchbackCall variable = SwitchbackCall.in(
                        folder,
                        calls.with("FLYWAY_LOCATIONS", "filesystem:variable").environment())
                .withFlywayOfProject("the plugin", locations("plugin"));

        assertThat(judged(call())).contains("V1 file");
        assertThat(judged(plugin)).contains("V1 plugin");
        assertThat(judged(properties)).contains("V1 properties");
        assertThat(judged(variable)).contains("V1 variable");
        assertThat(judged(variable.withFlywayOfCall("the call", locations("call"))))
                .contains("V1 call");
        assertThat(run(variable, "roundtrip", "-l", "filesystem:file").out()).contains("V1 file");
    }

    private static Map<String, String> locations(String folder) {
        return Map.of("flyway.locations", "filesystem:" + folder);
    }

    private String judged(SwitchbackCall call) {
        Call judged = run(call, "roundtrip");
        assertThat(judged.exitCode()).as(judged.err()).isZero();
        return judged.out();
    }

    @Test
    void settingsOfTheBuildThatFlywayDoesNotKnowAreToldAndThoseOfItsProgramsAreNot() throws IOException {
        migration("sql", "1__person");

        Call call = run(
                call().withFlywayOfProject(
                                "the properties",
                                Map.of(
                                        "flyway.version", "13",
                                        "flyway.locatons", "x",
                                        "flyway.url", "jdbc:postgresql://localhost/shop",
                                        "flyway.placeholders.name", "person")),
                "roundtrip");

        assertThat(call.exitCode()).as(call.err()).isZero();
        assertThat(remarks).containsExactly("Not taken over from the properties: flyway.locatons, flyway.url.");
    }

    @Test
    void aSettingOfTheBuildThatMeansNothingIsRefused() throws IOException {
        migration("sql", "1__person");

        Call call = run(call().withFlywayOfProject("the plugin", Map.of("flyway.outOfOrder", "perhaps")), "lint");

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).startsWith("The configuration of Flyway in the plugin is refused: ");
    }

    @Test
    void aFolderWithoutMigrationsIsKnownByItsMessage() {
        Call none = run(call(), "check");
        Call missing = run(call(), "check", "-l", "db");

        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(SwitchbackCall.isWithoutMigrations(none.err())).isTrue();
        assertThat(missing.err()).isEqualTo("There is no folder db of migrations here, in " + folder + ".\n");
        assertThat(SwitchbackCall.isWithoutMigrations(missing.err())).isTrue();
    }
}
