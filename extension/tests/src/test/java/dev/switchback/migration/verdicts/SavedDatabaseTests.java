package dev.switchback.migration.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.postgresql.verdicts.PostgresVerdicts;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.testing.SharedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A database that is made of texts has all that the first had. */
@ExtendWith(SharedServer.class)
class SavedDatabaseTests {

    private final VerdictDialect dialect = new PostgresVerdicts();
    private final Server server;

    SavedDatabaseTests(Server server) {
        this.server = server;
    }

    @Test
    void tablesRowsSequencesAndMaterializedViewsComeBack() throws SQLException {
        assertThat(
                        comesBack(
                                """
                        CREATE TYPE mood AS ENUM ('good', 'bad');
                        CREATE TABLE "Odd Name" (id int GENERATED ALWAYS AS IDENTITY, "a b" text, m mood,
                            twice int GENERATED ALWAYS AS (id * 2) STORED);
                        INSERT INTO "Odd Name" ("a b", m) VALUES (E'tab\\t and \\\\ and line\\n', 'bad'), (NULL, 'good');
                        CREATE TABLE child (id serial PRIMARY KEY, parent int REFERENCES child);
                        INSERT INTO child (parent) VALUES (NULL), (1);
                        UPDATE child SET parent = 2 WHERE id = 1;
                        CREATE FUNCTION stop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION $$no$$; END';
                        CREATE TRIGGER t BEFORE INSERT ON child FOR EACH ROW EXECUTE FUNCTION stop();
                        CREATE MATERIALIZED VIEW b AS SELECT count(*) FROM child;
                        CREATE MATERIALIZED VIEW a AS SELECT * FROM b;
                        CREATE MATERIALIZED VIEW c AS SELECT * FROM b WITH NO DATA;
                        CREATE SEQUENCE s START 7; SELECT nextval('s'); CREATE SEQUENCE fresh;
                        CREATE TABLE part (k int) PARTITION BY LIST (k);
                        CREATE TABLE part_1 PARTITION OF part FOR VALUES IN (1);
                        INSERT INTO part VALUES (1);
                        """))
                .isTrue();
    }

    @Test
    void whatIsNotWrittenShows() throws SQLException {
        assertThat(comesBack("SELECT lo_from_bytea(0, 'content')")).isFalse();
        assertThat(
                        comesBack(
                                "CREATE TABLE t (id int); CREATE MATERIALIZED VIEW stale AS SELECT * FROM t; INSERT INTO t VALUES (1)"))
                .isFalse();
    }

    private boolean comesBack(String sql) throws SQLException {
        try (Database first = server.create();
                Database second = server.create();
                Connection from = first.dataSource().getConnection();
                Connection to = second.dataSource().getConnection();
                Statement statement = from.createStatement()) {
            statement.execute(sql);
            DatabaseState state = dialect.save(from).orElseThrow();
            dialect.restore(to, state);
            return dialect.save(to).orElseThrow().equals(state);
        }
    }
}
