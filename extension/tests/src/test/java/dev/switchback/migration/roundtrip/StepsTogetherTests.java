package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A step behind others is judged over generated rows as if it were the first: those others do not hide from it what it would meet. */
@ExtendWith(SharedServer.class)
class StepsTogetherTests {

    private static final RoundTripSettings ONLY =
            RoundTripSettings.defaults().withGeneratedRows(RoundTripRows.ONLY_GENERATED);

    private final Server server;
    private final Folder folder;

    StepsTogetherTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path);
    }

    /** Each has its name, what is found in the last step, and the steps up and down. */
    static Stream<Arguments> histories() {
        return Stream.of(
                history(
                        "a column that was added has values",
                        "V3 holds, rows-up-refused",
                        "CREATE TABLE t (id serial PRIMARY KEY)",
                        "DROP TABLE t",
                        "ALTER TABLE t ADD a text",
                        "ALTER TABLE t DROP a",
                        "ALTER TABLE t ALTER a TYPE int USING a::int",
                        "ALTER TABLE t ALTER a TYPE text"),
                history(
                        "a column that was added is null in some rows",
                        "V3 holds, rows-up-refused",
                        "CREATE TABLE t (id serial PRIMARY KEY)",
                        "DROP TABLE t",
                        "ALTER TABLE t ADD a int NOT NULL DEFAULT 0; ALTER TABLE t ALTER a DROP DEFAULT, ALTER a DROP NOT NULL",
                        "ALTER TABLE t DROP a",
                        "ALTER TABLE t ALTER a SET NOT NULL",
                        "ALTER TABLE t ALTER a DROP NOT NULL"),
                history(
                        "a value of an enum that was added is there",
                        "V3 rows-up-fails",
                        "CREATE TYPE mood AS ENUM ('sad'); CREATE TABLE t (id serial PRIMARY KEY, a mood NOT NULL)",
                        "DROP TABLE t; DROP TYPE mood",
                        "ALTER TYPE mood RENAME VALUE 'sad' TO 'glad'",
                        "ALTER TYPE mood RENAME VALUE 'glad' TO 'sad'",
                        "ALTER TABLE t ADD CHECK (a <> 'glad')",
                        "ALTER TABLE t DROP CONSTRAINT t_a_check"),
                history(
                        "a domain that admits more has more",
                        "V3 holds, rows-up-refused",
                        "CREATE DOMAIN few AS int CHECK (VALUE IN (1, 2)); CREATE TABLE t (id serial PRIMARY KEY, a few)",
                        "DROP TABLE t; DROP DOMAIN few",
                        "ALTER DOMAIN few DROP CONSTRAINT few_check; ALTER DOMAIN few ADD CONSTRAINT few_check CHECK (VALUE IN (1, 2, 3))",
                        "ALTER DOMAIN few DROP CONSTRAINT few_check; ALTER DOMAIN few ADD CONSTRAINT few_check CHECK (VALUE IN (1, 2))",
                        "ALTER TABLE t ADD CONSTRAINT c CHECK (a < 3)",
                        "ALTER TABLE t DROP CONSTRAINT c"),
                history(
                        "a check that was dropped holds rows back no more",
                        "V3 holds, rows-up-refused",
                        "CREATE TABLE t (id serial PRIMARY KEY, a int NOT NULL CONSTRAINT c CHECK (a BETWEEN 1 AND 90))",
                        "DROP TABLE t",
                        "ALTER TABLE t DROP CONSTRAINT c",
                        "ALTER TABLE t ADD CONSTRAINT c CHECK (a BETWEEN 1 AND 90)",
                        "ALTER TABLE t ADD CONSTRAINT d CHECK (a BETWEEN 1 AND 90)",
                        "ALTER TABLE t DROP CONSTRAINT d"),
                history(
                        "a key that was dropped admits twins",
                        "V3 holds, rows-up-refused",
                        "CREATE TABLE t (id serial PRIMARY KEY, a text NOT NULL CONSTRAINT u UNIQUE)",
                        "DROP TABLE t",
                        "ALTER TABLE t DROP CONSTRAINT u",
                        "ALTER TABLE t ADD CONSTRAINT u UNIQUE (a)",
                        "CREATE UNIQUE INDEX v ON t (a)",
                        "DROP INDEX v"),
                history(
                        "rows that a migration has taken away are there again",
                        "V3 rows-up-fails",
                        "CREATE TABLE t (id serial PRIMARY KEY); CREATE TABLE u (id serial PRIMARY KEY)",
                        "DROP TABLE u; DROP TABLE t",
                        "-- switchback: irreversible they are not wanted\nTRUNCATE t",
                        "",
                        "ALTER TABLE t ADD a int NOT NULL",
                        "ALTER TABLE t DROP a"),
                history(
                        "rows under another name of their table",
                        "V3 rows-up-fails",
                        "CREATE TABLE t (id serial PRIMARY KEY)",
                        "DROP TABLE t",
                        "ALTER TABLE t RENAME TO u",
                        "ALTER TABLE u RENAME TO t",
                        "ALTER TABLE u ADD a int NOT NULL",
                        "ALTER TABLE u DROP a"),
                history(
                        "a partition that was added has rows",
                        "V3 rows-up-fails",
                        "CREATE TABLE t (a int NOT NULL, b text) PARTITION BY LIST (a); CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1)",
                        "DROP TABLE t",
                        "CREATE TABLE t2 PARTITION OF t FOR VALUES IN (2)",
                        "DROP TABLE t2",
                        "ALTER TABLE t2 ADD CONSTRAINT c CHECK (a <> 2)",
                        "ALTER TABLE t2 DROP CONSTRAINT c"),
                history(
                        "a table of one row gets another one with the new column",
                        "V3 holds, rows-up-refused",
                        "CREATE TABLE t (id int PRIMARY KEY CHECK (id = 1))",
                        "DROP TABLE t",
                        "ALTER TABLE t ADD a text",
                        "ALTER TABLE t DROP a",
                        "ALTER TABLE t ALTER a SET NOT NULL",
                        "ALTER TABLE t ALTER a DROP NOT NULL"),
                history(
                        "a reference that was added refers to rows",
                        "V3 holds, rows-up-refused",
                        "CREATE TABLE p (id serial PRIMARY KEY); CREATE TABLE t (id serial PRIMARY KEY)",
                        "DROP TABLE t; DROP TABLE p",
                        "ALTER TABLE t ADD p int REFERENCES p",
                        "ALTER TABLE t DROP p",
                        "ALTER TABLE t ADD CONSTRAINT c CHECK (p IS NULL)",
                        "ALTER TABLE t DROP CONSTRAINT c"),
                history(
                        "a function that a check calls admits more",
                        "V3 holds, rows-up-refused",
                        "CREATE FUNCTION ok(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = 1'; CREATE TABLE t (id serial PRIMARY KEY, a int CHECK (ok(a)))",
                        "DROP TABLE t; DROP FUNCTION ok(int)",
                        "CREATE OR REPLACE FUNCTION ok(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 IN (1, 2)'",
                        "CREATE OR REPLACE FUNCTION ok(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = 1'",
                        "ALTER TABLE t ADD CONSTRAINT c CHECK (a < 2)",
                        "ALTER TABLE t DROP CONSTRAINT c"),
                history(
                        "nothing concerns a table that nothing has changed",
                        "V3 holds",
                        "CREATE TABLE t (id serial PRIMARY KEY, a text)",
                        "DROP TABLE t",
                        "CREATE VIEW v AS SELECT a FROM t",
                        "DROP VIEW v",
                        "CREATE INDEX i ON t (a)",
                        "DROP INDEX i"));
    }

    private static Arguments history(String name, String found, String... scripts) {
        return Arguments.of(name, found, List.of(scripts));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("histories")
    void asIfItWereTheFirst(String name, String found, List<String> scripts) {
        for (int i = 0; i < scripts.size(); i += 2) {
            if (scripts.get(i + 1).isEmpty()) {
                folder.up(i / 2 + 1, "step", scripts.get(i) + ";");
            } else {
                folder.step(i / 2 + 1, "step", scripts.get(i) + ";", scripts.get(i + 1) + ";");
            }
        }
        Trip behind = Trip.of(server, folder.flyway(), ONLY);
        Trip first = Trip.of(server, folder.flyway(), ONLY.withFrom("3"));

        assertThat(behind.verdicts().get(2)).isEqualTo(found);
        assertThat(behind.step("3").verdict()).isEqualTo(first.step("3").verdict());
    }
}
