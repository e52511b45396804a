package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The effect of a statement is taken back, and brought about, by SQL that is written from the two schemas alone. */
@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {14, 18})
class RewriteMatrixTests {

    @Parameter
    int version;

    private DdlServer server;
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        server = DdlServer.start(version);
        connection = server.connect();
    }

    @AfterEach
    void disconnect() throws SQLException {
        server.close();
    }

    @TestFactory
    Stream<DynamicContainer> statements() {
        Set<String> limits = RewriteLimits.statements();
        return DdlGroup.all().stream()
                .map(group -> dynamicContainer(group.name(), group.source(), tests(group, limits)));
    }

    private Stream<DynamicNode> tests(DdlGroup group, Set<String> limits) {
        DdlRun run = new DdlRun(connection);
        return Stream.concat(
                Stream.of(dynamicTest("setup", () -> run.prepare(group))),
                group.cases(version).stream()
                        .filter(ddl -> !limits.contains(ddl.statement()))
                        .map(ddl -> dynamicTest(ddl.statement(), () -> assertThat(run.rewrite(ddl))
                                .isEmpty())));
    }
}
