package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.SuggestedFix;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The SQL that mends where something new has the name of what was there: that one gets its name back, and keeps its rows. */
@ExtendWith(SharedServer.class)
class TakenOverNameTests {

    private final Server server;
    private final Folder folder;

    TakenOverNameTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path)
                .step(
                        1,
                        "tables",
                        """
                        CREATE SCHEMA app;
                        CREATE TABLE app.t (id int PRIMARY KEY, name text, amount int NOT NULL);
                        INSERT INTO app.t VALUES (1, 'one', 1);
                        CREATE SEQUENCE app.numbers;
                        CREATE VIEW app.names AS SELECT name FROM app.t;
                        CREATE FUNCTION app.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
                        """,
                        "DROP SCHEMA app CASCADE;");
    }

    /** The server writes the new name into all that depends on what is renamed, in quotes where it must. */
    @Test
    void whatDependsOnWhatIsRenamedIsLeftAlone() {
        folder.step(
                        2,
                        "dependents",
                        """
                        SET search_path = app;
                        CREATE INDEX t_name ON t (name);
                        CREATE STATISTICS t_stat ON id, name FROM t;
                        CREATE TABLE r (t int REFERENCES t);
                        CREATE POLICY p ON t USING (id > 0);
                        CREATE RULE r AS ON INSERT TO t DO ALSO NOTIFY t;
                        CREATE FUNCTION g(x t) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT x.id; END;
                        CREATE FUNCTION h() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
                        CREATE TRIGGER t BEFORE UPDATE OF name ON t FOR EACH ROW EXECUTE FUNCTION h();
                        """,
                        "DROP FUNCTION app.g; DROP TABLE app.r; DROP POLICY p ON app.t; DROP RULE r ON app.t;"
                                + " DROP STATISTICS app.t_stat; DROP INDEX app.t_name; DROP TRIGGER t ON app.t;"
                                + " DROP FUNCTION app.h;")
                .step(3, "change", "ALTER TABLE app.t RENAME TO \"T's\";", "SELECT 1;");

        assertThat(Trip.of(server, folder)
                        .finding("3")
                        .suggestedFix()
                        .orElseThrow()
                        .statements())
                .containsExactly("ALTER TABLE app.\"T's\" RENAME TO t");
    }

    /** Each has what the migration does in schema app, and the statements that undo it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALTER TABLE t RENAME TO t_old; CREATE TABLE t (id int, x int)"
                        + "| DROP TABLE app.t; ALTER TABLE app.t_old RENAME TO t",
                "CREATE TABLE t_new (id bigint, name text); ALTER TABLE t RENAME TO t_old; ALTER TABLE t_new RENAME TO t"
                        + "| DROP TABLE app.t; ALTER TABLE app.t_old RENAME TO t",
                "ALTER TABLE t RENAME TO t_data; CREATE VIEW t AS SELECT id, name FROM t_data"
                        + "| DROP VIEW app.t; ALTER TABLE app.t_data RENAME TO t",
                "ALTER TABLE t RENAME TO t_data; CREATE MATERIALIZED VIEW t AS SELECT id, name FROM t_data"
                        + "| DROP MATERIALIZED VIEW app.t; ALTER TABLE app.t_data RENAME TO t",
                "ALTER TABLE t RENAME TO t_data; ALTER TABLE t_data ADD gone date; CREATE VIEW t AS SELECT id FROM t_data WHERE gone IS NULL"
                        + "| DROP VIEW app.t; ALTER TABLE app.t_data DROP COLUMN gone; ALTER TABLE app.t_data RENAME TO t",
                "ALTER TABLE t RENAME TO t_1; CREATE TABLE t (id int, name text, amount int NOT NULL) PARTITION BY RANGE (id); ALTER TABLE t ATTACH PARTITION t_1 DEFAULT"
                        + "| ALTER TABLE app.t DETACH PARTITION app.t_1; DROP TABLE app.t; ALTER TABLE app.t_1 RENAME TO t",
                "ALTER TABLE t RENAME TO t_base; CREATE TABLE t () INHERITS (t_base)"
                        + "| DROP TABLE app.t; ALTER TABLE app.t_base RENAME TO t",
                "ALTER TABLE t RENAME TO t_1; CREATE TABLE t (id int); ALTER TABLE t_1 INHERIT t"
                        + "| ALTER TABLE app.t_1 NO INHERIT app.t; DROP TABLE app.t; ALTER TABLE app.t_1 RENAME TO t",
                "ALTER TABLE t ADD amount_new bigint; ALTER TABLE t RENAME amount TO amount_old; ALTER TABLE t RENAME amount_new TO amount"
                        + "| ALTER TABLE app.t DROP COLUMN amount; ALTER TABLE app.t RENAME COLUMN amount_old TO amount",
                "ALTER SEQUENCE numbers RENAME TO numbers_old; CREATE SEQUENCE numbers"
                        + "| DROP SEQUENCE app.numbers; ALTER SEQUENCE app.numbers_old RENAME TO numbers",
                "ALTER SCHEMA app RENAME TO app_old; CREATE SCHEMA app; CREATE TABLE app.t (id bigint)"
                        + "| DROP TABLE app.t; DROP SCHEMA app; ALTER SCHEMA app_old RENAME TO app",
                "ALTER VIEW names RENAME TO names_old; CREATE VIEW names AS SELECT name, id FROM t"
                        + "| DROP VIEW app.names; ALTER VIEW app.names_old RENAME TO names",
                "ALTER FUNCTION f(int) RENAME TO f_old; CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 2'"
                        + "| DROP FUNCTION app.f(integer); ALTER FUNCTION app.f_old(integer) RENAME TO f",
                "ALTER TABLE t RENAME CONSTRAINT t_pkey TO t_key; CREATE TABLE u (id int CONSTRAINT t_pkey PRIMARY KEY)"
                        + "| DROP TABLE app.u; ALTER TABLE app.t RENAME CONSTRAINT t_key TO t_pkey",
            })
    void whatWasThereGetsItsNameBack(String migration, String statements) {
        folder.step(2, "change", "SET search_path = app;\n" + migration + ";", "SELECT 1;");

        SuggestedFix fix = Trip.of(server, folder).finding("2").suggestedFix().orElseThrow();

        assertThat(fix.statements()).containsExactly(statements.split("; "));
        assertThat(fix.notRestored()).isEmpty();
    }
}
