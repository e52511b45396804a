package dev.switchback.schema;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Each statement makes a difference that names the object and the attribute, and undoing it makes none. */
@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {14, 15, 16, 17, 18})
class DdlMatrixTests {

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
        return DdlGroup.all().stream().map(group -> dynamicContainer(group.name(), group.source(), tests(group)));
    }

    private Stream<DynamicNode> tests(DdlGroup group) {
        DdlRun run = new DdlRun(connection);
        return Stream.concat(
                Stream.of(dynamicTest("setup", () -> run.prepare(group))),
                group.cases(version).stream()
                        .map(ddl -> dynamicTest(ddl.expected() + " <- " + ddl.statement(), () -> run.check(ddl))));
    }
}
