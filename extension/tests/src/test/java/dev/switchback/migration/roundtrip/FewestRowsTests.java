package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Severity;
import dev.switchback.provision.Server;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rows that are shown where a migration fails over some: the fewest, of the table for which it fails. */
class FewestRowsTests extends CustomerHistory {

    FewestRowsTests(Server server, @TempDir Path path) {
        super(server, path);
    }

    /** Each has the tables, the migration, and the rows that make it fail: as few as do, and of the table that it fails for. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // tables that refer to each other
                "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a); ALTER TABLE a ADD b int REFERENCES b"
                        + "| ALTER TABLE b ADD c int NOT NULL | public.b: id 1, a 1",
                "CREATE TABLE a (id int PRIMARY KEY); CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a); ALTER TABLE a ADD b int REFERENCES b"
                        + "| ALTER TABLE a ADD c int NOT NULL | public.a: id 1, b 1",
                // a name that is a part of another
                "CREATE TABLE part (id int PRIMARY KEY); CREATE TABLE part_kind (id int PRIMARY KEY, part int NOT NULL REFERENCES part)"
                        + "| ALTER TABLE part_kind ADD c int NOT NULL | public.part_kind: id 1, part 1",
                // a table that is spoken of before the one that the failing statement names
                "CREATE TABLE a (x int); CREATE TABLE b (x text)"
                        + "| ALTER TABLE a ADD y int; ALTER TABLE b ALTER x TYPE int USING x::int | public.b: x 'x 1'",
                // two rows of which neither fails alone, and that are no twins
                "CREATE TABLE a (id int PRIMARY KEY, u int UNIQUE, x int, y bool NOT NULL); CREATE UNIQUE INDEX ON a (u, y)"
                        + "| CREATE UNIQUE INDEX ON a (x, y) | public.a: id 2, u 2, x 2, y false; id 4, u 4, x 2, y false",
                // a wide table, of which the columns are shown that the error speaks of
                "CREATE TABLE a (a int, b int, c int, d int, e int, f int, g int, h int, i int, j int, k int, l int)"
                        + "| CREATE UNIQUE INDEX ON a (k, b) | public.a: a 1, b 1, c 1, d 1, e 1, f 1, g 1, k 1, ...; a 1, b 1, c 1, d 1, e 1, f 1, g 1, k 1, ...",
                // beside rows of the migrations, one of which another table holds fast
                "CREATE TABLE a (id int PRIMARY KEY, x bigint NOT NULL); INSERT INTO a VALUES (-7, 5), (-8, 5); CREATE TABLE b (a int REFERENCES a); INSERT INTO b VALUES (-7)"
                        + "| UPDATE a SET x = x + 1 WHERE x > 1000 OR x = 2; CREATE UNIQUE INDEX ON a ((id * 0)) WHERE x > 5 AND x < -5; UPDATE a SET x = x * 2 WHERE x > 0"
                        + "| public.a: id 2147483647, x 9223372036854775807",
            })
    void theRowsThatMakeItFailAreFewAndOfItsTable(String tables, String migration, String rows) {
        folder.up(2, "tables", "-- switchback: irreversible of no interest\n" + tables + ";")
                .up(3, "step", "-- switchback: irreversible of no interest\n" + migration + ";");

        String text = text("3", GENERATED.withAdmittedRows(Severity.FAIL));
        String table = rows.substring(0, rows.indexOf(':'));
        assertThat(text)
                .contains("rows of " + table + ":\n    "
                        + rows.substring(rows.indexOf(' ') + 1).replace("; ", "\n    ") + "\n\n")
                .contains("expects-empty " + table + " <reason>");
    }

    /** Each has the table, the migration, its undo, and the rows as they were before over which the undo fails. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE TABLE a (id int PRIMARY KEY, x text) | ALTER TABLE a ADD y int"
                        + "| ALTER TABLE a DROP y; ALTER TABLE a ADD CONSTRAINT c CHECK (x <> ''); ALTER TABLE a DROP CONSTRAINT c"
                        + "| id 2147483647, x ''",
                "CREATE TABLE a (id int PRIMARY KEY, x varchar(10)) | ALTER TABLE a ALTER x TYPE text; UPDATE a SET x = concat(x, ' and more of it')"
                        + "| ALTER TABLE a ALTER x TYPE varchar(10) | id 1, x 'x 1'",
                "CREATE TABLE a (id int PRIMARY KEY, x text) | ALTER TABLE a ADD y int"
                        + "| ALTER TABLE a DROP y; CREATE UNIQUE INDEX u ON a (left(x, 1)); DROP INDEX u"
                        + "| id 1, x 'x 1'; id 2, x 'x 1'",
                "CREATE TABLE a (id int PRIMARY KEY, x int NOT NULL) | ALTER TABLE a ALTER x DROP NOT NULL; UPDATE a SET x = NULL WHERE x > 1000"
                        + "| ALTER TABLE a ALTER x SET NOT NULL | id 2147483647, x 2147483647",
                // under another name in between
                "CREATE TABLE a (id int PRIMARY KEY, x text); CREATE TABLE b (id int) | ALTER TABLE a RENAME TO c"
                        + "| ALTER TABLE c ADD CONSTRAINT k CHECK (x <> ''); ALTER TABLE c RENAME TO a; ALTER TABLE a DROP CONSTRAINT k"
                        + "| id 2147483647, x ''",
                // beside rows of the migrations
                "CREATE TABLE a (id int PRIMARY KEY, x int); INSERT INTO a VALUES (-7, 5) | ALTER TABLE a ADD y int; UPDATE a SET y = 1 WHERE x = 5"
                        + "| ALTER TABLE a ALTER y SET NOT NULL; ALTER TABLE a DROP y | id 1, x 1"
            })
    void theRowsThatMakeAnUndoFailAreShown(String tables, String migration, String undo, String rows) {
        folder.up(2, "tables", "-- switchback: irreversible of no interest\n" + tables + ";")
                .step(3, "step", migration + ";", undo + ";");

        assertThat(text("3", GENERATED))
                .contains("V3__step: the undo fails\n")
                .contains("The undo fails over these, which were generated for the schema before the migration:\n\n"
                        + "  rows of public.a:\n    " + rows.replace("; ", "\n    ") + "\n\n")
                .contains("Without rows in the tables it does not show");
    }

    /** Each has the tables and a migration that fails over generated rows of the first of them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // a key that is checked when the transaction ends
                "CREATE TABLE a (id int PRIMARY KEY, x int, a int REFERENCES a DEFERRABLE INITIALLY DEFERRED) | ALTER TABLE a ADD CHECK (a IS NULL)",
                // too many rows of a migration to be read
                "CREATE TABLE a (id int PRIMARY KEY, x int); INSERT INTO a SELECT i, i FROM generate_series(10, 2000) i | ALTER TABLE a ALTER x SET NOT NULL",
                // rows that are the same as others that were there
                "CREATE TABLE a (x bool); INSERT INTO a VALUES (true), (false), (null); CREATE TABLE b () | ALTER TABLE a ADD y int; UPDATE a SET y = 1 WHERE ctid < '(0,4)'; ALTER TABLE a ALTER y SET NOT NULL",
                // a table with an heir that has rows
                "CREATE TABLE a (id int PRIMARY KEY, x int); CREATE TABLE b () INHERITS (a); INSERT INTO b VALUES (7, 7), (8, 8) | CREATE UNIQUE INDEX ON a (x)"
            })
    void theTableIsNamed(String tables, String migration) {
        folder.up(2, "tables", "-- switchback: irreversible of no interest\n" + tables + ";")
                .up(3, "step", "-- switchback: irreversible of no interest\n" + migration + ";");

        assertThat(text("3", GENERATED.withAdmittedRows(Severity.FAIL))).contains("expects-empty public.a <reason>");
    }

    @Test
    void rowsOfSeveralTablesThatMakeItFailTogetherAreShown() {
        folder.up(
                        2,
                        "tables",
                        """
                        -- switchback: irreversible of no interest
                        CREATE TABLE network (name text PRIMARY KEY CHECK (length(name) < 3));
                        CREATE TABLE detail (id int PRIMARY KEY, network text NOT NULL);
                        CREATE TABLE unused (id int PRIMARY KEY);
                        CREATE TABLE deployment (id int PRIMARY KEY);
                        """)
                .up(
                        3,
                        "network",
                        """
                        -- switchback: irreversible of no interest
                        ALTER TABLE unused ADD x int;
                        ALTER TABLE deployment ADD network text REFERENCES network;
                        UPDATE deployment SET network = d.network FROM detail d WHERE d.id = deployment.id;
                        """);

        assertThat(text("3", GENERATED.withAdmittedRows(Severity.FAIL)))
                .contains(
                        """
                        which were generated for the schema before it:

                          rows of public.deployment:
                            id 1

                          rows of public.detail:
                            id 1, network 'network 1'

                        """)
                .endsWith(
                        """
                          If one of the tables has no row in production, say so in V3__network.sql:

                            -- switchback: expects-empty <table> <reason>
                        """);
    }
}
