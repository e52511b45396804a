package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Finding;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.migration.Severity;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words in which it is told what a migration does to rows. */
@ExtendWith(SharedServer.class)
class GeneratedRowsFindingsTests {

    private static final RoundTripSettings GENERATED =
            RoundTripSettings.defaults().withGeneratedRows(RoundTripRows.GENERATED);

    private final Server server;
    private final Folder folder;

    GeneratedRowsFindingsTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path)
                .step(
                        1,
                        "customer",
                        "CREATE TABLE customer (id serial PRIMARY KEY, email text NOT NULL);",
                        "DROP TABLE customer;");
    }

    private String text(String version, RoundTripSettings settings) {
        return Trip.of(server, folder.flyway(), settings)
                .finding(version)
                .text()
                .replace(folder.path() + "/", "");
    }

    @Test
    void rowsThatTheSchemaAdmitsAreShownWithTheStatementThatFindsThem() {
        folder.step(
                2,
                "unique_email",
                "CREATE UNIQUE INDEX customer_email ON customer (lower(email));",
                "DROP INDEX customer_email;");

        assertThat(text("2", GENERATED))
                .isEqualTo(
                        """
                        V2__unique_email: the migration fails on rows that the schema before it admits

                          V2__unique_email.sql:1
                          SQLSTATE 23505
                          ERROR: could not create unique index "customer_email"
                            Detail: Key (lower(email))=(email 1) is duplicated.

                            CREATE UNIQUE INDEX customer_email ON customer (lower(email));

                          It holds on empty tables and on some rows, but not on these, which were generated for the schema before it:

                          rows of public.customer:
                            id 1, email 'email 1'
                            id 2, email 'email 1'

                          Such rows are found in production with:

                            SELECT lower(email), count(*) FROM public.customer GROUP BY lower(email) HAVING count(*) > 1 AND (lower(email)) IS NOT NULL

                          If production may hold such rows, change them in the migration before this statement.
                          If the table has no row in production, say so in V2__unique_email.sql:

                            -- switchback: expects-empty public.customer <reason>
                        """);
    }

    @Test
    void aMigrationThatNeverHoldsOnRowsFails() {
        folder.step(2, "tier", "ALTER TABLE customer ADD tier int NOT NULL;", "ALTER TABLE customer DROP tier;");

        assertThat(text("2", GENERATED))
                .isEqualTo(
                        """
                        V2__tier: the migration fails on a table with rows

                          V2__tier.sql:1
                          SQLSTATE 23502
                          ERROR: column "tier" of relation "customer" contains null values

                            ALTER TABLE customer ADD tier int NOT NULL;

                          It holds on empty tables only; no rows were found on which it does. It fails on these, which were generated:

                          rows of public.customer:
                            id 1, email 'email 1'

                          Give the rows that are there what they need before this statement, such as a default or an update.
                          If the table has no row in production, say so in V2__tier.sql:

                            -- switchback: expects-empty public.customer <reason>
                        """);
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

    @Test
    void anUndoThatLosesValuesNamesTheRows() {
        folder.step(2, "no_email", "ALTER TABLE customer DROP email;", "ALTER TABLE customer ADD email text;");

        assertThat(Trip.of(server, folder.flyway(), GENERATED.withMissingUndo(Severity.NOTICE))
                        .verdicts()
                        .get(1))
                .contains("undo-incomplete")
                .contains("rows-undo-loses");
    }

    @Test
    void rowsThatTheSchemaAdmitsFailWhereThatIsWanted() {
        folder.step(
                2,
                "unique_email",
                "CREATE UNIQUE INDEX customer_email ON customer (email);",
                "DROP INDEX customer_email;");

        assertThat(Trip.of(server, folder.flyway(), GENERATED.withAdmittedRows(Severity.FAIL))
                        .finding("2")
                        .severity())
                .isEqualTo(Severity.FAIL);
    }

    @Test
    void aStepBehindABrokenOneIsJudgedAsIfThatWereWhole() {
        folder.step(2, "tier", "ALTER TABLE customer ADD tier int NOT NULL;", "ALTER TABLE customer DROP tier;")
                .step(3, "name", "ALTER TABLE customer ADD name text;", "ALTER TABLE customer DROP name;")
                .step(
                        4,
                        "named",
                        "ALTER TABLE customer ALTER name SET NOT NULL;",
                        "ALTER TABLE customer ALTER name DROP NOT NULL;");

        assertThat(Trip.of(server, folder.flyway(), GENERATED).verdicts())
                .containsExactly("V1 holds", "V2 rows-up-fails", "V3 holds", "V4 holds, rows-up-refused");
    }

    @Test
    void thatAKeyHasNoValueSinceItsTableHasNoRowIsNoProofThatAMigrationNeverHolds() {
        folder.step(
                        2,
                        "order",
                        """
                        CREATE TABLE closed (id int PRIMARY KEY CHECK (id > 5 AND id < 5));
                        CREATE TABLE orders (id int PRIMARY KEY, closed int REFERENCES closed);
                        """,
                        "DROP TABLE orders, closed;")
                .step(3, "more", "ALTER TABLE orders ADD more int NOT NULL;", "ALTER TABLE orders DROP more;")
                .step(
                        4,
                        "must",
                        "ALTER TABLE orders ALTER closed SET NOT NULL;",
                        "ALTER TABLE orders ALTER closed DROP NOT NULL;")
                .up(
                        5,
                        "nullable",
                        "-- switchback: irreversible of no interest\nALTER TABLE orders ALTER closed DROP NOT NULL, DROP more;")
                .step(
                        6,
                        "other",
                        "ALTER TABLE orders ADD other int NOT NULL, ALTER closed SET DEFAULT 6;",
                        "ALTER TABLE orders DROP other, ALTER closed DROP DEFAULT;");
        Trip trip = Trip.of(server, folder.flyway(), GENERATED);

        assertThat(trip.verdicts())
                .containsExactly(
                        "V1 holds",
                        "V2 holds",
                        "V3 rows-up-fails",
                        "V4 holds, rows-not-filled rows-up-refused",
                        "V5 skipped",
                        "V6 rows-not-filled rows-up-fails");
        assertThat(VerdictFindings.of(trip.step("4").verdict()))
                .map(Finding::text)
                .anySatisfy(text -> assertThat(text)
                        .contains(
                                "Whether it does on rows with a value in closed is not known, since none could be generated\n"
                                        + "  for public.closed."));
    }

    @Test
    void whatTheWholeServerHasAlreadyIsNotDueToRows() throws SQLException {
        String role = "made_over_rows_" + ProcessHandle.current().pid();
        folder.step(
                2,
                "role",
                "CREATE ROLE %s; ALTER TABLE customer ADD tier int;".formatted(role),
                "ALTER TABLE customer DROP tier;");
        try {
            assertThat(Trip.of(server, folder.flyway(), GENERATED).verdicts())
                    .containsExactly("V1 holds", "V2 again-fails up-fails");
        } finally {
            try (Database database = server.create();
                    Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("DROP ROLE " + role);
            }
        }
    }

    private static final String PARTITIONED =
            """
            CREATE TABLE log (id int, day date) PARTITION BY RANGE (day);
            CREATE TABLE log_old PARTITION OF log FOR VALUES FROM ('1900-01-01') TO ('2020-06-01');
            CREATE TABLE log_new PARTITION OF log DEFAULT;
            """;

    @Test
    void lossesOfPartitionsAreDeclaredByTheirTable() {
        folder.step(2, "log", PARTITIONED, "DROP TABLE log;").step(3, "drop", "DROP TABLE log;", PARTITIONED);

        assertThat(text("3", GENERATED))
                .contains("rows of public.log_new: ")
                .contains("rows of public.log_old: ")
                .endsWith(
                        """

                          If that is meant, say so in V3__drop.sql:

                            -- switchback: loses log <reason>

                          Without rows in the tables it does not show: this was found over generated rows.
                        """);

        folder.step(3, "drop", "-- switchback: loses log it is kept elsewhere\nDROP TABLE log;", PARTITIONED);

        assertThat(Trip.of(server, folder.flyway(), GENERATED).verdicts())
                .containsExactly("V1 holds", "V2 holds", "V3 holds, loss-declared");
    }

    @Test
    void aPartitionedTableIsDeclaredEmptyByItsName() {
        folder.step(2, "log", PARTITIONED, "DROP TABLE log;")
                .step(3, "must", "ALTER TABLE log ADD must int NOT NULL;", "ALTER TABLE log DROP must;");

        assertThat(text("3", GENERATED))
                .contains("rows of public.log:\n    id ")
                .contains("-- switchback: expects-empty public.log <reason>");

        folder.step(
                3,
                "must",
                "ALTER TABLE log ADD CHECK (day >= '2020-06-01');",
                "ALTER TABLE log DROP CONSTRAINT log_day_check;");

        assertThat(text("3", GENERATED))
                .containsPattern("rows of public.log:\\n    id -?[0-9]+, day '20[0-9-]+'\\n\\n")
                .doesNotContain("log_new");

        folder.step(
                3,
                "must",
                "-- switchback: expects-empty public.log it is emptied each night\nALTER TABLE log ADD must int NOT NULL;",
                "ALTER TABLE log DROP must;");

        assertThat(Trip.of(server, folder.flyway(), GENERATED).verdicts())
                .containsExactly("V1 holds", "V2 holds", "V3 holds");
    }

    @Test
    void partitionsOfATableWithABlankInItsName() {
        String tables = PARTITIONED.replace("TABLE log ", "TABLE \"my log\" ").replace("OF log ", "OF \"my log\" ");
        folder.step(2, "log", tables, "DROP TABLE \"my log\";")
                .step(
                        3,
                        "drop",
                        "-- switchback: loses \"my log\" it is kept elsewhere\nDROP TABLE \"my log\";",
                        tables);

        assertThat(Trip.of(server, folder.flyway(), GENERATED).verdicts())
                .containsExactly("V1 holds", "V2 holds", "V3 holds, loss-declared");
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
    void tablesThatCannotBeFilledForOneReasonAreToldTogether() {
        folder.step(
                        2,
                        "order",
                        """
                        CREATE TABLE closed (id int PRIMARY KEY CHECK (id > 5 AND id < 5));
                        CREATE TABLE "Orders" (id int PRIMARY KEY, closed int NOT NULL REFERENCES closed);
                        CREATE TABLE item (id int PRIMARY KEY, orders int NOT NULL REFERENCES "Orders");
                        """,
                        "DROP TABLE item, \"Orders\", closed;")
                .step(
                        3,
                        "more",
                        "ALTER TABLE \"Orders\" ADD more int; ALTER TABLE item ADD more int;",
                        "ALTER TABLE \"Orders\" DROP more; ALTER TABLE item DROP more;")
                .step(
                        4,
                        "all",
                        "ALTER TABLE closed ADD x int; ALTER TABLE item ADD x int;",
                        "ALTER TABLE closed DROP x; ALTER TABLE item DROP x;");

        String because = ", and none could be generated, because new row for relation \"closed\" violates";
        assertThat(text("3", GENERATED))
                .startsWith("V3__more: no rows could be generated for public.Orders, public.item\n")
                .contains("not known: public.Orders, public.item need a row of public.closed" + because)
                .contains("-- switchback: rows closed.<column> >= 0");
        assertThat(text("4", GENERATED))
                .startsWith("V4__all: no rows could be generated for public.closed, public.item\n")
                .contains("not known: public.item needs a row of public.closed" + because);
    }

    @Test
    void aTableThatCannotBeFilledIsSaid() {
        folder.step(2, "closed", "CREATE TABLE closed (a int NOT NULL CHECK (a > 5 AND a < 5));", "DROP TABLE closed;")
                .step(3, "b", "ALTER TABLE closed ADD b int;", "ALTER TABLE closed DROP b;");

        assertThat(Trip.of(server, folder.flyway(), GENERATED).result().notCompared())
                .anySatisfy(
                        line -> assertThat(line)
                                .isEqualTo(
                                        "rows of public.closed (before V3): none could be generated, because new row for relation"
                                                + " \"closed\" violates check constraint \"closed_a_check\", ((a > 5) AND (a < 5))"));
    }

    @Test
    void aHintOfAMigrationMakesRowsFromThenOn() {
        folder.step(
                        2,
                        "code",
                        """
                        -- switchback: rows code.value in ('secret')
                        CREATE TABLE code (value text NOT NULL CHECK (md5(value) = '5ebe2294ecd0e0f08eab7690d2a6ee69'));
                        """,
                        "DROP TABLE code;")
                .step(3, "b", "ALTER TABLE code ADD b int NOT NULL;", "ALTER TABLE code DROP b;");

        assertThat(Trip.of(server, folder.flyway(), GENERATED).verdicts())
                .containsExactly("V1 holds", "V2 holds", "V3 rows-up-fails");
    }

    @Test
    void aHintForNothingAndAnEmptyTableThatIsNotThereFail() {
        folder.step(
                2,
                "more",
                """
                -- switchback: rows customer.emale like '%@%'
                -- switchback: expects-empty custommer it is filled by night
                ALTER TABLE customer ADD name text;
                """,
                "ALTER TABLE customer DROP name;");
        Trip trip = Trip.of(server, folder.flyway(), GENERATED);

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 expects-empty rows-hint");
        assertThat(trip.step("2").verdict().toString())
                .contains("There is no table custommer before the migration. Did you mean customer?")
                .contains(
                        "no table has a column of that name, nor is there such a domain. Did you mean customer.email");
    }

    @Test
    void withoutTheSettingNothingOfThisIsSaid() {
        folder.step(2, "tier", "ALTER TABLE customer ADD tier int NOT NULL;", "ALTER TABLE customer DROP tier;");

        assertThat(Trip.of(server, folder.flyway()).verdicts()).containsExactly("V1 holds", "V2 holds");
    }
}
