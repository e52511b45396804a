package dev.switchback.schema;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.schema.golden.GoldenSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes the schemas of one group, and loads them into an empty database; neither transaction is ever committed. */
final class GoldenRun {

    private static final Pattern ROLE = Pattern.compile("create role \\w+;?");

    /** User mappings and subscriptions, which hold passwords. */
    private static final String[] UNWRITABLE = {"far.clerk", "far.public", "post", "mail"};

    private final Connection connection;
    private final Connection empty;
    private Schema before = Schema.none();

    GoldenRun(Connection connection, Connection empty) {
        this.connection = connection;
        this.empty = empty;
    }

    /** Makes the roles of all groups, which two transactions could not both make. */
    static void createRoles(Connection connection, List<DdlGroup> groups) throws SQLException {
        execute(
                connection,
                groups.stream()
                        .flatMap(group -> Stream.concat(
                                Stream.of(group.setup()), group.cases().stream().map(DdlCase::statement)))
                        .flatMap(sql -> ROLE.matcher(sql).results().map(MatchResult::group))
                        .map(role -> role.replace(";", ""))
                        .distinct()
                        .collect(joining("; ")));
    }

    void prepare(DdlGroup group) throws SQLException {
        connection.rollback();
        execute(connection, withoutRoles(group.setup()));
        before = Schema.read(connection);
        assertLoads(before);
    }

    void check(DdlCase ddl, boolean isWhole) throws SQLException {
        Savepoint untouched = connection.setSavepoint();
        try {
            execute(connection, withoutRoles(ddl.statement()));
            Schema after = Schema.read(connection);
            assertThat(GoldenSchema.textOf(after)).isNotEqualTo(GoldenSchema.textOf(before));
            if (isWhole) {
                assertLoads(after);
            }
        } finally {
            connection.rollback(untouched);
        }
    }

    /** Whether both statements could run, one after the other, so that what they leave was loaded. */
    boolean checkPair(DdlCase first, DdlCase second) throws SQLException {
        Savepoint untouched = connection.setSavepoint();
        try {
            execute(connection, withoutRoles(first.statement()));
            execute(connection, withoutRoles(second.statement()));
        } catch (SQLException contradiction) {
            connection.rollback(untouched);
            return false;
        }
        try {
            assertLoads(Schema.read(connection));
            return true;
        } finally {
            connection.rollback(untouched);
        }
    }

    private void assertLoads(Schema schema) throws SQLException {
        GoldenSchema text = GoldenSchema.of(schema);
        try {
            text.load(empty);
            Schema loaded = Schema.read(empty);
            Schema writable = schema.without(UNWRITABLE);
            assertThat(SchemaDiff.between(writable, loaded)).as(text.text()).hasToString("");
            assertThat(loaded).isEqualTo(writable);
        } finally {
            empty.rollback();
        }
    }

    private static String withoutRoles(String sql) {
        return ROLE.matcher(sql).replaceAll("");
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
