package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Objects in the way of a change make room and come back: pairs of schemas that SQL takes from the one to the other. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RewriteObstacleTests {

    private final Server server;
    private Database database;
    private Connection connection;

    RewriteObstacleTests(Server server) {
        this.server = server;
    }

    @BeforeAll
    void connect() throws SQLException {
        database = server.create();
        connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void rollBack() throws SQLException {
        connection.rollback();
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    /** The pairs of the file: a blank line between two, and a line with an arrow within each. */
    static Stream<Arguments> pairs() throws IOException {
        try (InputStream pairs =
                Objects.requireNonNull(RewriteObstacleTests.class.getResourceAsStream("rewrite-obstacles.sql"))) {
            return Stream.of(new String(pairs.readAllBytes(), StandardCharsets.UTF_8).split("\n\n"))
                    .map(pair -> pair.split("\n-- =>\n"))
                    .map(pair -> Arguments.of(pair[0], pair[1]));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void whatStandsInTheWayMakesRoom(String before, String after) throws SQLException {
        Schema target = read(after);
        connection.rollback();
        Schema from = read(before);

        SchemaDiff left = SchemaRewrite.run(
                        connection,
                        from,
                        target,
                        change -> change.category() != ChangeCategory.COLUMN_ORDER,
                        () -> Schema.read(connection))
                .left();

        assertThat(left).hasToString("");
    }

    private Schema read(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return Schema.read(connection);
    }
}
