package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandMistakesTests {

    private static void assertRefused(Call call, String message) {
        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).startsWith(message);
        assertThat(call.out()).isEmpty();
    }

    @Test
    void noCommand() {
        assertRefused(Call.of(), "Name a command.\nUsage: switchback");
    }

    @Test
    void anUnknownCommand() {
        assertRefused(Call.of("rountrip"), "Unmatched argument at index 0: 'rountrip'\n");
    }

    @Test
    void anOptionThatIsMisspeltOrMisused() {
        assertRefused(
                Call.of("roundtrip", "--sinc", "main"),
                "Unknown options: '--sinc', 'main'\nPossible solutions: --since\n");
        Call call = Call.of("apply", "--lock-timeout", "soon");
        assertThat(call)
                .isEqualTo(
                        new Call(
                                2,
                                "",
                                """
                                Invalid value for option '--lock-timeout': 'soon' is not an int
                                Its options are told by: switchback apply --help
                                """));
    }

    @Test
    void aVersionThatIsNotInTheJar(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("V1__one.sql"), "CREATE TABLE one (id int);");

        Call call = Call.of("lint", "--postgres", "9", "--locations", "filesystem:" + folder);

        assertThat(call.exitCode()).isEqualTo(3);
        assertThat(call.err())
                .startsWith("PostgreSQL 9 is not on the class path. There is ")
                .contains("Name a server of that version with --server-url, or a folder")
                .doesNotContain("<dependency>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"apply", "rollback"})
    void aLockTimeoutThatIsNoTime(String command) {
        assertRefused(
                Call.of(command, "--lock-timeout", "0"), "--lock-timeout is a number of seconds from 1 on, not 0.\n");
        assertRefused(
                Call.of(command, "--lock-timeout=-5"), "--lock-timeout is a number of seconds from 1 on, not -5.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"roundtrip", "check"})
    void aPatternThatLeavesOutEverything(String command) {
        assertRefused(
                Call.of(command, "--exclude", "public.audit_*,*"),
                "--exclude * leaves out everything, and nothing would be compared; name what is meant, such as public.audit_*.\n");
    }

    @Test
    void aDatabaseThatCannotBeComparedIsTheEnvironment(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("V1__a.sql"), "SELECT 1;");

        Call call = Call.of("drift", "jdbc:postgresql://localhost:1/shop", "-l", folder.toString());

        assertThat(call.exitCode()).isEqualTo(3);
        assertThat(call.err()).contains("localhost:1");
    }

    @Test
    void aPasswordAmongTheArguments() {
        assertRefused(
                Call.of("drift", "jdbc:postgresql://localhost/shop?user=app&password=sesame"),
                "There is a password in this URL, and everybody on this machine can see the arguments of a program:"
                        + " jdbc:postgresql://localhost/shop?user=app&password=***\n"
                        + "Set the environment variable SWITCHBACK_PASSWORD instead.\n");
        assertThat(Call.of("drift", "jdbc:postgresql://app:sesame@localhost/shop")
                        .err())
                .doesNotContain("sesame");
    }

    @Test
    void noDatabase() {
        assertRefused(
                Call.of("drift", "localhost/shop"),
                "Not the JDBC URL of a database of PostgreSQL: localhost/shop."
                        + " One is jdbc:postgresql://localhost:5432/shop\n");
    }

    @Test
    void twoBeginnings() {
        assertRefused(
                Call.of("roundtrip", "-l", "db", "--from", "2", "--since", "main"),
                "--from and --since both say where to begin; leave one of the two out.\n");
    }

    @Test
    void aFolderThatIsNotThere() {
        assertRefused(
                Call.of("lint", "-l", "db/migratoin"),
                "There is no folder db/migratoin of migrations here, in "
                        + Path.of("").toAbsolutePath() + ".\n");
    }

    @Test
    void nothingToLint(@TempDir Path empty) {
        String none = "No migrations found. Flyway looked for V<version>__<description>.sql in:\n  filesystem:" + empty
                + "\nSet the locations: in JUnit with @TestDatabase(migrations = ...), on the command line with --locations.\n";

        assertRefused(Call.of("lint", "-l", empty.toString()), none);
        assertRefused(Call.of("lint", "--files-only", "-l", empty.toString()), none);
    }

    @Test
    void aRevisionThatGitDoesNotKnow(@TempDir Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("V1__a.sql"), "SELECT 1;");
        assertThat(new ProcessBuilder("git", "init", "-q", folder.toString())
                        .start()
                        .waitFor())
                .isZero();

        assertRefused(
                Call.of("roundtrip", "-l", folder.toString(), "--since", "mian"),
                folder.toRealPath() + " has no commit yet");
    }

    @Test
    void aRuleThatLintDoesNotKnow(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("V1__a.sql"), "SELECT 1;");
        Path settings = Files.writeString(folder.resolve("lint.yaml"), "rules:\n  renamd: off\n");

        Call call = Call.of("lint", "-l", folder.toString(), "--lint-settings", settings.toString());

        assertRefused(call, "");
        assertThat(call.err()).contains("renamd", "renamed", settings.toString());
    }

    @Test
    void noMigrations(@TempDir Path empty) {
        Call call = Call.of("roundtrip", "--locations", empty.toString());

        assertRefused(call, "");
        assertThat(call.err()).contains(empty.toString());
    }

    @Test
    void aConfigurationThatIsNotThere() {
        assertRefused(
                Call.of("roundtrip", "--config", "nowhere.conf"),
                "The configuration cannot be read: java.nio.file.NoSuchFileException: nowhere.conf\n");
    }

    @Test
    void aServerThatCannotBeReachedIsTheEnvironment(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("V1__a.sql"), "SELECT 1;");

        Call call =
                Call.of("roundtrip", "-l", folder.toString(), "--server-url", "jdbc:postgresql://localhost:1/postgres");

        assertThat(call.exitCode()).isEqualTo(3);
        assertThat(call.err()).contains("localhost:1");
    }
}
