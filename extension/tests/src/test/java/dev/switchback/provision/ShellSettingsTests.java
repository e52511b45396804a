package dev.switchback.provision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.embedded.EmbeddedPostgresProvider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An embedded server's first start, and its next one, where the shell of the build has another umask or locale than most. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "elsewhere files are named in one encoding, and few have another umask")
class ShellSettingsTests {

    private static final String STARTED = "started\n";

    private Path folder;

    /** Not a @TempDir: those are closed to the account that PostgreSQL has when root runs the tests. */
    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createTempDirectory("switchback-shell");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"022, 077", "077, 022"})
    void whateverTheUmask(String first, String next) throws Exception {
        String absent = folder.resolve("absent").toString();

        assertThat(start("umask " + first, Map.of(), absent)).isEqualTo(STARTED);
        assertThat(start("umask " + next, Map.of(), absent)).isEqualTo(STARTED);
    }

    @Test
    void aFolderThatTheLocaleHasNoLettersFor() throws Exception {
        assertThat(start("umask 022", Map.of("LC_ALL", "C"), folder + "/Straße"))
                .matches(
                        "(?s)There is no folder to keep PostgreSQL in:\n\n  .*/Stra\\S+e/switchback: this JVM has no letters"
                                + " for it, because it names files in ANSI_X3\\.4-1968; set LC_ALL=C\\.UTF-8\n\nName one.*");
    }

    private static String start(String shell, Map<String, String> environment, String folder) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "-c", shell + " && exec \"$@\"", "sh"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dswitchback.embedded-postgres.folder=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Start.class.getName()));
        ProcessBuilder jvm = new ProcessBuilder(command).redirectErrorStream(true);
        jvm.environment().putAll(environment);
        Process process = jvm.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    /** Starts a server and makes a database; prints whether that was possible, or why not. */
    static final class Start {

        private Start() {}

        public static void main(String[] arguments) {
            try (Server server = Server.start(new EmbeddedPostgresProvider(), ServerRequest.defaults());
                    Database database = server.create()) {
                System.out.print(database.name().isEmpty() ? "" : STARTED);
            } catch (ProvisionException e) {
                System.out.print(e.getMessage());
            }
        }
    }
}
