package dev.switchback.migration.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Severity;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The words in which it is told what a migration does to rows. */
class GeneratedRowsFindingsTests extends CustomerHistory {

    GeneratedRowsFindingsTests(Server server, @TempDir Path path) {
        super(server, path);
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
    void rowsThatAreThereAreNamedOnWhichItHolds() {
        folder.step(
                2,
                "version",
                "CREATE TABLE version (number int PRIMARY KEY); INSERT INTO version VALUES (2);",
                "DROP TABLE version;");
        folder.step(
                3,
                "check_version",
                "DO $$ DECLARE found int; BEGIN SELECT number INTO STRICT found FROM version; END $$;",
                "SELECT 1;");

        assertThat(text("3", GENERATED))
                .contains(
                        "V3__check_version: the migration fails on a table with rows",
                        "It holds on the rows that are there already; no others were found on which it does.",
                        "rows of public.version:",
                        "If the table has no other row in production, say so in V3__check_version.sql:",
                        "-- switchback: expects-empty public.version <reason>")
                .doesNotContain("empty tables only");
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

    @Test
    void anUndoThatLosesValuesNamesTheRows() {
        folder.step(2, "no_email", "ALTER TABLE customer DROP email;", "ALTER TABLE customer ADD email text;");

        assertThat(trip(GENERATED.withMissingUndo(Severity.NOTICE)).verdicts().get(1))
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

        assertThat(trip(GENERATED.withAdmittedRows(Severity.FAIL)).finding("2").severity())
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

        assertThat(trip(GENERATED).verdicts())
                .containsExactly("V1 holds", "V2 rows-up-fails", "V3 holds", "V4 holds, rows-up-refused");
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
            assertThat(trip(GENERATED).verdicts()).containsExactly("V1 holds", "V2 again-fails up-fails");
        } finally {
            try (Database database = server.create();
                    Connection connection = database.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("DROP ROLE " + role);
            }
        }
    }

    @Test
    void withoutTheSettingNothingOfThisIsSaid() {
        folder.step(2, "tier", "ALTER TABLE customer ADD tier int NOT NULL;", "ALTER TABLE customer DROP tier;");

        assertThat(Trip.of(server, folder.flyway()).verdicts()).containsExactly("V1 holds", "V2 holds");
    }
}
