package dev.switchback.schema;

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

/** Each statement changes the golden text, and the text that it gives makes the same schema in an empty database. */
@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {14, 18})
class GoldenMatrixTests {

    /** The states that no statement makes: an index that is not valid, and a function that keeps the old name of its type. */
    static final Set<String> LIMITS = Set.of(
            "update pg_catalog.pg_index set indisvalid = false where indexrelid = 'item_name'::regclass",
            "alter type span_multirange rename to spans");

    /** The statements that no golden text shows: it does not say what an extension brings. */
    static final Set<String> OF_EXTENSIONS =
            Set.of("alter function akeys(hstore) cost 99", "comment on function akeys(hstore) is 'own words'");

    @Parameter
    int version;

    private DdlServer server;
    private Connection connection;
    private Connection empty;

    @BeforeEach
    void connect() throws SQLException {
        server = DdlServer.start(version);
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
    Stream<DynamicContainer> statements() {
        return DdlGroup.all().stream().map(group -> dynamicContainer(group.name(), group.source(), tests(group)));
    }

    private Stream<DynamicNode> tests(DdlGroup group) {
        GoldenRun run = new GoldenRun(connection, empty);
        return Stream.concat(
                Stream.of(dynamicTest("setup", () -> run.prepare(group))),
                group.cases(version).stream()
                        .filter(ddl -> !OF_EXTENSIONS.contains(ddl.statement()))
                        .map(ddl ->
                                dynamicTest(ddl.statement(), () -> run.check(ddl, !LIMITS.contains(ddl.statement())))));
    }
}
