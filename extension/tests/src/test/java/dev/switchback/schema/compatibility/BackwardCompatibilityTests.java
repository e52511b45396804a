package dev.switchback.schema.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule on a real schema: the table of cases is the specification. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class BackwardCompatibilityTests {

    private Database database;
    private Connection connection;

    static Stream<CompatibilityCase> cases() throws IOException {
        return CompatibilityCase.all();
    }

    @BeforeAll
    void open(Server server) throws SQLException {
        database = server.create();
        connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void breaksExactlyThis(CompatibilityCase migration) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(migration.before());
            Schema before = Schema.read(connection);
            sql.execute(migration.migration());

            assertThat(BackwardCompatibility.breaches(SchemaDiff.between(before, Schema.read(connection))))
                    .extracting(Breach::reason)
                    .containsExactlyElementsOf(migration.breaches());
        } finally {
            connection.rollback();
        }
    }
}
