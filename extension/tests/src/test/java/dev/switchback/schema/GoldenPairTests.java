package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The schema that two statements of the matrix leave together comes back from its golden text. The pairs are drawn by a seed, {@code
 * -Dswitchback.golden.seed}: 200 of them, or as many as {@code -Dswitchback.golden.pairs} says.
 */
class GoldenPairTests {

    private static final int VERSION = 18;
    private static final int PAIRS = Integer.getInteger("switchback.golden.pairs", 200);
    private static final long SEED = Long.getLong("switchback.golden.seed", 1L);

    private DdlServer server;
    private Connection connection;
    private Connection empty;
    private int loaded;

    @BeforeEach
    void connect() throws SQLException {
        server = DdlServer.start(VERSION);
        connection = server.connect();
        GoldenRun.createRoles(connection, DdlGroup.all());
        connection.commit();
        empty = server.connect();
    }

    @AfterEach
    void disconnect() throws SQLException {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> pairs() {
        List<DdlGroup> groups = DdlGroup.all();
        Random random = new Random(SEED);
        List<DynamicTest> tests = new ArrayList<>();
        for (DdlGroup group : groups) {
            GoldenRun run = new GoldenRun(connection, empty);
            List<DdlCase> cases = group.cases(VERSION).stream()
                    .filter(ddl -> !GoldenMatrixTests.LIMITS.contains(ddl.statement())
                            && !GoldenMatrixTests.OF_EXTENSIONS.contains(ddl.statement()))
                    .toList();
            tests.add(dynamicTest(group.name(), () -> run.prepare(group)));
            for (int i = 0; i < PAIRS / groups.size(); i++) {
                DdlCase first = cases.get(random.nextInt(cases.size()));
                DdlCase second = cases.get(random.nextInt(cases.size()));
                tests.add(dynamicTest(
                        first.statement() + "; " + second.statement(),
                        () -> loaded += run.checkPair(first, second) ? 1 : 0));
            }
        }
        tests.add(dynamicTest("most pairs can be run", () -> assertThat(loaded).isGreaterThan(PAIRS / 2)));
        return tests.stream();
    }
}
