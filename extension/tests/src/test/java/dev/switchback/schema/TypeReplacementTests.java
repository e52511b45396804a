package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.testing.SharedServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An enum that loses a value takes with it what has it in it, and all of that comes back with its rows. */
@ExtendWith(SharedServer.class)
class TypeReplacementTests {

    private static final String MORE = "CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');";
    private static final String FEWER = "CREATE TYPE mood AS ENUM ('sad', 'ok');";

    private final Server server;

    TypeReplacementTests(Server server) {
        this.server = server;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (a mood PRIMARY KEY); CREATE TABLE u (a mood REFERENCES t); INSERT INTO t VALUES ('ok')",
                "CREATE DOMAIN felt AS mood; CREATE TABLE t (a felt DEFAULT 'ok'); INSERT INTO t VALUES ('sad'), (NULL), (DEFAULT)",
                "CREATE DOMAIN felt AS mood DEFAULT 'ok' NOT NULL CONSTRAINT c CHECK (VALUE <> 'sad'); CREATE TABLE t (a felt); INSERT INTO t VALUES (DEFAULT)",
                "CREATE DOMAIN felt AS mood; COMMENT ON DOMAIN felt IS 'f'; CREATE TABLE t (a felt); INSERT INTO t VALUES ('ok')",
                "CREATE DOMAIN felt AS mood; CREATE DOMAIN twice AS felt CHECK (VALUE::mood <> 'sad'); CREATE TABLE t (a twice, b felt); INSERT INTO t VALUES ('ok', 'sad')",
                "CREATE DOMAIN felt AS mood[]; CREATE TABLE t (a felt); INSERT INTO t VALUES ('{ok,sad}'), (NULL)",
                "CREATE DOMAIN felt AS mood; CREATE TABLE t (a felt[]); INSERT INTO t VALUES ('{ok,sad}')",
                "CREATE DOMAIN felt AS mood; CREATE TABLE t (a felt); CREATE VIEW v AS SELECT a FROM t WHERE a::mood = 'ok'; INSERT INTO t VALUES ('ok')",
                "CREATE DOMAIN felt AS mood; CREATE TABLE t (a felt PRIMARY KEY, CHECK (a::mood <> 'sad')); CREATE INDEX i ON t (a) WHERE a::mood = 'ok'; INSERT INTO t VALUES ('ok')",
                "CREATE DOMAIN felt AS mood; CREATE TABLE t (a felt); CREATE TABLE u () INHERITS (t); INSERT INTO u VALUES ('ok')",
                "CREATE DOMAIN felt AS mood; CREATE TABLE t (k int, a felt) PARTITION BY LIST (k); CREATE TABLE u PARTITION OF t DEFAULT; INSERT INTO t VALUES (1, 'ok')",
                "CREATE DOMAIN felt AS mood; CREATE FUNCTION f(felt) RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE TYPE pair AS (k int, a mood)",
                "CREATE TYPE pair AS (k int, a mood); CREATE TABLE t (p pair, q pair[]); INSERT INTO t VALUES ('(1,ok)', '{\"(1,sad)\"}'), ('(,)', NULL)",
                "CREATE TYPE pair AS (k int, a mood); CREATE TYPE twin AS (l pair, r pair); CREATE TABLE t (p twin DEFAULT NULL); INSERT INTO t VALUES ('(\"(1,ok)\",)')",
                "CREATE TYPE pair AS (k int, a mood); CREATE FUNCTION f(p pair) RETURNS mood LANGUAGE sql AS 'SELECT p.a'; CREATE TABLE t (p pair)",
                "CREATE TYPE pair AS (k int, a mood); CREATE TABLE t (p pair); CREATE VIEW v AS SELECT (p).a FROM t; INSERT INTO t VALUES ('(1,ok)')",
                "CREATE DOMAIN felt AS mood; CREATE TYPE pair AS (k int, a felt); CREATE TABLE t (p pair); INSERT INTO t VALUES ('(1,ok)')",
                "CREATE TYPE span AS RANGE (SUBTYPE = mood); CREATE TABLE t (s span); INSERT INTO t VALUES ('[sad,ok]'), ('empty')",
                "CREATE TYPE span AS RANGE (SUBTYPE = mood, MULTIRANGE_TYPE_NAME = spans); CREATE TABLE t (s spans); INSERT INTO t VALUES ('{[sad,ok]}')",
                "CREATE SCHEMA \"S\"; CREATE DOMAIN \"S\".\"Felt\" AS mood; CREATE TABLE \"S\".t (\"A b\" \"S\".\"Felt\"); INSERT INTO \"S\".t VALUES ('ok')"
            })
    void whatHasTheTypeInItComesBackWithItsRows(String others) throws SQLException {
        try (Database wanted = server.create();
                Database database = server.create();
                Connection there = wanted.dataSource().getConnection();
                Connection connection = database.dataSource().getConnection()) {
            execute(there, FEWER + others);
            execute(connection, MORE + others);
            Schema target = Schema.read(there);
            connection.setAutoCommit(false);

            SchemaRewrite.Result result = SchemaRewrite.run(
                    connection, Schema.read(connection), target, change -> true, () -> Schema.read(connection));

            assertThat(result.left()).hasToString("");
            assertThat(rows(connection, target)).isEqualTo(rows(there, target));
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> rows(Connection connection, Schema schema) throws SQLException {
        List<String> rows = new ArrayList<>();
        for (SchemaObject table : schema.objects()) {
            if (table.kind() == ObjectKind.TABLE) {
                String name =
                        "\"" + table.name().schema() + "\".\"" + table.name().name() + "\"";
                try (Statement statement = connection.createStatement();
                        ResultSet row = statement.executeQuery("SELECT r::text FROM " + name + " r ORDER BY 1")) {
                    while (row.next()) {
                        rows.add(table.name() + ": " + row.getString(1));
                    }
                }
            }
        }
        return rows;
    }
}
