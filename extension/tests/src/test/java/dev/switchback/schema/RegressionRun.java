package dev.switchback.schema;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.Fixtures;
import dev.switchback.fixture.content.Fingerprint;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.golden.GoldenSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The checks of the schema and the rows that one script leaves. */
final class RegressionRun implements AutoCloseable {

    /** The checks, in this order. */
    static final List<String> CHECKS = List.of("golden", "down", "up", "rows");

    private final Server server;
    private final Path folder;
    private final Database empty;
    private final Database setUp;
    private final Schema nothing;
    private final Schema atFirst;

    /**
     * Begins.
     *
     * @param first the script whose tables the others stand on
     * @param folder for the rows
     */
    RegressionRun(Server server, RegressionScript first, Path folder) throws SQLException {
        this.server = server;
        this.folder = folder;
        this.empty = server.create();
        this.setUp = server.create();
        try (Connection connection = setUp.dataSource().getConnection()) {
            first.run(connection);
        }
        this.nothing = Schema.read(empty.dataSource());
        this.atFirst = Schema.read(setUp.dataSource());
    }

    @FunctionalInterface
    private interface Check {

        /** Returns what is wrong; empty if nothing is. */
        String run() throws SQLException, IOException;
    }

    /** The failures by check; nothing was checked where the script leaves no schema of its own. */
    Optional<Map<String, String>> failures(RegressionScript script) throws SQLException {
        try (Database database = server.copy(setUp)) {
            try (Connection connection = database.dataSource().getConnection()) {
                script.run(connection);
            }
            Map<String, String> failures = new LinkedHashMap<>();
            Schema schema = Schema.read(database.dataSource());
            if (schema.equals(atFirst)) {
                return Optional.empty();
            }
            put(failures, "golden", () -> golden(schema));
            put(failures, "down", () -> rewrite(database, schema, nothing));
            put(failures, "up", () -> rewrite(empty, nothing, schema));
            put(failures, "rows", () -> rows(database, schema));
            withoutSubscriptions(database);
            return Optional.of(failures);
        }
    }

    private static void put(Map<String, String> failures, String name, Check check) {
        String wrong;
        try {
            wrong = check.run();
        } catch (SQLException | IOException | RuntimeException e) {
            wrong = e.toString();
        }
        if (!wrong.isEmpty()) {
            failures.put(name, wrong);
        }
    }

    /** The schema without the objects of which the text speaks in comments only. */
    private static Schema writable(Schema schema) {
        return schema.without(schema.objects().stream()
                .filter(object -> object.kind() == ObjectKind.USER_MAPPING || object.kind() == ObjectKind.SUBSCRIPTION)
                .map(object -> object.name().qualified())
                .toList());
    }

    private String golden(Schema schema) throws SQLException {
        try (Connection connection = empty.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                GoldenSchema.of(schema).load(connection);
                return SchemaDiff.between(writable(schema), Schema.read(connection))
                        .toString();
            } finally {
                connection.rollback();
            }
        }
    }

    private static String rewrite(Database database, Schema from, Schema target) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                return SchemaRewrite.run(
                                connection,
                                from,
                                target,
                                change -> change.category() != ChangeCategory.COLUMN_ORDER,
                                () -> Schema.read(connection))
                        .left()
                        .only(change -> change.name().kind() != ObjectKind.USER_MAPPING
                                && change.name().kind() != ObjectKind.SUBSCRIPTION)
                        .toString();
            } finally {
                connection.rollback();
            }
        }
    }

    private String rows(Database database, Schema schema) throws SQLException, IOException {
        try (Database copy = server.create()) {
            try (Connection connection = copy.dataSource().getConnection()) {
                GoldenSchema.of(schema).load(connection);
            } catch (SchemaException notLoaded) {
                return ""; // that is another check
            }
            Fingerprint rows = Fingerprint.of(database.dataSource());
            if (rows.tables().isEmpty()) {
                return "";
            }
            Path file = folder.resolve("rows.yaml");
            Files.deleteIfExists(file);
            Fixtures.export(database.dataSource())
                    .keep(schema.objects(ObjectKind.COLUMN).stream()
                            .map(column -> column.name().qualified())
                            .toArray(String[]::new))
                    .to(file);
            Fixtures.load(file).into(inRoleOfAReplica(copy));
            Fingerprint loaded = Fingerprint.of(copy.dataSource());
            return rows.tables().equals(loaded.tables()) ? "" : rows + "\n->\n" + loaded;
        } catch (FixtureException refused) {
            return refused.toString();
        }
    }

    /** Triggers and rules have done their work on these rows already, as on those of a dump. */
    private static DataSource inRoleOfAReplica(Database database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url());
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
        dataSource.setOptions("-c session_replication_role=replica");
        return dataSource;
    }

    /** A database that has one cannot be dropped. */
    private static void withoutSubscriptions(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    do $$ declare s record; begin
                      for s in select subname from pg_subscription
                          where subdbid = (select oid from pg_database where datname = current_database()) loop
                        execute format('alter subscription %1$I disable', s.subname);
                        execute format('alter subscription %1$I set (slot_name = none)', s.subname);
                        execute format('drop subscription %1$I', s.subname);
                      end loop;
                    end $$""");
        }
    }

    @Override
    public void close() {
        empty.close();
        setUp.close();
    }
}
