package dev.switchback.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;

@ExtendWith(SharedServer.class)
class StatementRecorderTests {

    private final Database database;
    private final Path file;

    StatementRecorderTests(Server server, @TempDir Path folder) throws SQLException {
        this.database = server.create();
        this.file = folder.resolve("queries/v41.sql");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE orders (id bigint, note text, total numeric, at date, code uuid, raw bytea)");
        }
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private interface Work {

        void on(Connection connection) throws SQLException;
    }

    private String recorded(StatementRecorder recorder, Work work) throws SQLException, IOException {
        try (recorder;
                Connection connection = recorder.around(database.dataSource()).getConnection()) {
            work.on(connection);
        }
        String text = Files.readString(file);
        assertThat(text).startsWith("-- Statements of the application, recorded by Switchback's StatementRecorder.");
        return text.substring(text.indexOf("\n\n") + 2);
    }

    @Test
    void statementsComeOnceWithTheirTypesInTheOrderOfTheirTexts() throws SQLException, IOException {
        String text = recorded(StatementRecorder.recording(file), connection -> {
            for (int i = 0; i < 3; i++) {
                try (PreparedStatement insert =
                        connection.prepareStatement("INSERT INTO orders (id, note) VALUES (?, ?)")) {
                    insert.setLong(1, i);
                    insert.setString(2, "secret");
                    insert.addBatch();
                    insert.executeBatch();
                }
            }
            try (Statement statement = connection.createStatement()) {
                statement.executeQuery("SELECT 1 /* trace 7 */");
                statement.executeQuery("/* trace 8 */ SELECT 1");
                statement.addBatch("DELETE FROM orders;");
                statement.executeBatch();
                statement.execute("BEGIN; SELECT 2; COMMIT");
            }
        });

        assertThat(text)
                .isEqualTo(
                        """
                        DELETE FROM orders;

                        -- with: ?::bigint, ?::varchar
                        INSERT INTO orders (id, note) VALUES (?, ?);

                        SELECT 1;

                        SELECT 2;
                        """);
    }

    @Test
    void valuesComeIfTheyAreAskedFor() throws SQLException, IOException {
        String text = recorded(StatementRecorder.recordingValues(file), connection -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?)")) {
                for (String note : List.of("it's\na \\ \"note\"; -- ?", "zz\n")) {
                    insert.setObject(1, 7);
                    insert.setString(2, note);
                    insert.setBigDecimal(3, new BigDecimal("1.50"));
                    insert.setObject(4, LocalDate.of(2026, 1, 31));
                    insert.setObject(5, new UUID(0, 1));
                    insert.setBytes(6, new byte[] {1, -1});
                    insert.executeUpdate();
                }
                insert.setNull(2, Types.VARCHAR);
                insert.execute();
            }
        });

        assertThat(text)
                .isEqualTo(
                        """
                        -- with: '7'::integer, E'it''s\\na \\\\ "note"; -- ?'::varchar, '1.50'::numeric, '2026-01-31'::date, '00000000-0000-0000-0000-000000000001'::uuid, '\\x01ff'::varbinary
                        INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?);
                        """);
    }

    @Test
    void theFileIsReadBackAndRun(@TempDir Path migrations, Server server) throws SQLException, IOException {
        List<String> statements = List.of(
                "SELECT ';', $x$ ; $$ ? $x$, \"note\" FROM orders -- the end; of ?\nWHERE id = ?",
                "SELECT E'\\';' || note FROM orders WHERE note = ? OR note ~ '[?]'",
                "SELECT '{\"a\": 1}'::jsonb ?? ?");
        recorded(StatementRecorder.recordingValues(file), connection -> {
            for (String sql : statements) {
                try (PreparedStatement select = connection.prepareStatement(sql)) {
                    if (sql.contains("id")) {
                        select.setLong(1, 5);
                    } else {
                        select.setString(1, "it's; -- with: ?\r\nnext");
                    }
                    select.executeQuery();
                }
            }
        });

        Folder folder = new Folder(migrations)
                .up(1, "orders", "CREATE TABLE orders (id bigint, note text);")
                .up(2, "none", "SELECT 1;");
        StatementReport report = StatementCompatibility.of(StatementSettings.ofPrevious(file.toString()))
                .run(server, folder.flyway());

        assertThat(report.statements())
                .extracting(ApplicationStatement::sql)
                .containsExactlyInAnyOrderElementsOf(statements);
        assertThat(report.statements())
                .flatExtracting(ApplicationStatement::calls)
                .allSatisfy(call -> assertThat((List<?>) call).hasSize(1).allSatisfy(value -> assertThat(
                                ((StatementValue) value).isKnown())
                        .isTrue()));
        assertThat(report.findings()).isEmpty();
        assertThat(report.remarks()).isEmpty();
    }

    @Test
    void manyThreadsWriteTheSameFile() throws Exception {
        List<String> texts = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            try (StatementRecorder recorder = StatementRecorder.recordingValues(file)) {
                DataSource recording = recorder.around(database.dataSource());
                ExecutorService threads = Executors.newFixedThreadPool(8);
                List<Future<?>> done = new ArrayList<>();
                for (int thread = 0; thread < 8; thread++) {
                    int own = thread;
                    done.add(threads.submit(() -> {
                        try (Connection connection = recording.getConnection()) {
                            for (int i = 0; i < 40; i++) {
                                try (PreparedStatement select =
                                        connection.prepareStatement("SELECT id FROM orders WHERE id > ? LIMIT " + i)) {
                                    select.setLong(1, own);
                                    select.executeQuery();
                                }
                            }
                        }
                        return null;
                    }));
                }
                for (Future<?> each : done) {
                    each.get();
                }
                threads.shutdown();
            }
            texts.add(Files.readString(file));
        }

        assertThat(texts.get(0))
                .isEqualTo(texts.get(1))
                .contains("-- with: '0'::bigint")
                .doesNotContain("'1'");
        assertThat(StatementText.parse("", texts.get(0))).hasSize(40);
    }

    @Test
    void wrappersAreTransparent() throws SQLException, IOException {
        recorded(StatementRecorder.recording(file), connection -> {
            assertThat(connection.isWrapperFor(PGConnection.class)).isTrue();
            assertThat(connection.unwrap(PGConnection.class).getBackendPID()).isPositive();
            assertThat(connection.unwrap(Connection.class)).isSameAs(connection);
            assertThat(Set.of(connection)).contains(connection);
            try (Statement statement = connection.createStatement();
                    CallableStatement call = connection.prepareCall("{? = call abs(?)}")) {
                assertThat(statement.getConnection()).isSameAs(connection);
                assertThat(call.getConnection()).isSameAs(connection);
                call.registerOutParameter(1, Types.INTEGER);
                call.setInt(2, -3);
                call.execute();
                assertThat(call.getInt(1)).isEqualTo(3);
                assertThatThrownBy(() -> statement.execute("SELECT nothing"))
                        .isInstanceOf(PSQLException.class)
                        .hasMessageContaining("column \"nothing\" does not exist");
            }
        });

        assertThat(Files.readString(file))
                .contains("-- with: ?, ?::integer\n{? = call abs(?)};")
                .doesNotContain("nothing");
    }

    @Test
    void anotherRunReplacesTheFile() throws SQLException, IOException {
        recorded(StatementRecorder.recording(file), connection -> run(connection, "SELECT 1"));

        assertThat(recorded(StatementRecorder.recording(file), connection -> run(connection, "SELECT 2")))
                .isEqualTo("SELECT 2;\n");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void nothingThatWasRecordedIsAMistake() {
        StatementRecorder recorder = StatementRecorder.recording(file);

        assertThatThrownBy(recorder::close)
                .isInstanceOf(StatementException.class)
                .hasMessage(
                        file
                                + " is not written, because no statement was recorded. Let the application use the data source that around(...) returns.");
        assertThat(file).doesNotExist();
    }
}
