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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    void aMaterializedViewKeepsTheRowsOfItsLastRefresh() throws SQLException {
        assertThat(
                        comesBack(
                                """
                        CREATE TABLE t (id int, note text);
                        INSERT INTO t SELECT n, repeat('x', 3000) FROM generate_series(1, 100) n;
                        CREATE MATERIALIZED VIEW stale AS SELECT * FROM t;
                        CREATE UNIQUE INDEX ON stale (id);
                        CREATE MATERIALIZED VIEW of_stale AS SELECT count(*) FROM stale;
                        CREATE MATERIALIZED VIEW emptied AS SELECT * FROM t WHERE id < 0;
                        DELETE FROM t WHERE id > 2;
                        REFRESH MATERIALIZED VIEW emptied;
                        """))
                .isTrue();
    }

    /** The way to a state leaves traces in the catalogs and in the order of rows that no script can read as its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t (id int, note text); ALTER TABLE t DROP COLUMN note",
                "CREATE TABLE t (id int, note varchar(20)); ALTER TABLE t ALTER COLUMN note TYPE int USING 1",
                "CREATE TABLE t (id int); ALTER TABLE t ADD COLUMN note text; INSERT INTO t VALUES (1, 'a'); ANALYZE",
                "CREATE TABLE t (id int); INSERT INTO t VALUES (1), (2), (3); CREATE MATERIALIZED VIEW v AS SELECT * FROM t;"
                        + " UPDATE t SET id = id WHERE id = 1",
                "CREATE TABLE t (id int PRIMARY KEY, n int); CREATE INDEX i ON t (n); CLUSTER t USING t_pkey; DROP INDEX i",
                "CREATE TABLE t (id int NOT NULL); ALTER TABLE t ALTER COLUMN id DROP NOT NULL",
                "CREATE VIEW v AS SELECT 1 AS a; CREATE OR REPLACE VIEW v AS SELECT 1 AS a, 2 AS b",
                "CREATE TYPE e AS ENUM ('a', 'c'); ALTER TYPE e ADD VALUE 'b' BEFORE 'c'",
                "CREATE TABLE t (id int); CREATE SEQUENCE s OWNED BY t.id; ALTER SEQUENCE s OWNED BY NONE",
                "CREATE TABLE t (id int, note text); CREATE INDEX i ON t (note); REINDEX TABLE t",
                "CREATE TABLE p (id int, note text) PARTITION BY LIST (id); CREATE TABLE q (id int, note text);"
                        + " ALTER TABLE p ATTACH PARTITION q FOR VALUES IN (1); ALTER TABLE p DETACH PARTITION q",
                "CREATE ROLE swb_saved; CREATE TABLE t (id int); GRANT SELECT ON t TO swb_saved; REVOKE SELECT ON t FROM swb_saved;"
                        + " DROP ROLE swb_saved"
            })
    void theWayToAStateLeavesNoTrace(String sql) throws SQLException {
        assertThat(comesBack(sql)).isTrue();
    }

    @Test
    void whatIsNotWrittenShows() throws SQLException {
        assertThat(comesBack("SELECT lo_from_bytea(0, 'content')")).isFalse();
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
