package dev.switchback.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Which migration a finding names, what it says, and which settings are refused. */
@ExtendWith(SharedServer.class)
class StatementWindowTests {

    private final Server server;
    private final Path queries;
    private final Folder folder;

    StatementWindowTests(Server server, @TempDir Path temporary) throws IOException {
        this.server = server;
        this.queries = Files.createDirectory(temporary.resolve("queries"));
        this.folder = new Folder(Files.createDirectory(temporary.resolve("migrations")))
                .up(7, "orders", "CREATE TABLE orders (id int PRIMARY KEY, note text, total int);")
                .up(8, "index", "CREATE INDEX ON orders (total);")
                .up(9, "drop_note", "ALTER TABLE orders DROP COLUMN note;")
                .up(10, "add_paid", "ALTER TABLE orders ADD COLUMN paid boolean;");
    }

    private StatementSettings previous(String statements) throws IOException {
        Files.writeString(queries.resolve("v41.sql"), statements);
        return StatementSettings.ofPrevious(queries + "/v41.sql");
    }

    private StatementReport run(StatementSettings settings) {
        return StatementCompatibility.of(settings).run(server, folder.flyway());
    }

    private String text(StatementReport report) {
        return report.toString().replace(queries + "/", "");
    }

    @Test
    void aFindingNamesStatementMigrationAndChange() throws IOException {
        StatementReport report =
                run(previous("\nSELECT id, note\nFROM orders\nWHERE id = ?;\n").withFrom("7"));

        assertThat(text(report))
                .isEqualTo(
                        """
                        v41.sql:2: a statement of the previous version is refused after V9__drop_note.sql: column "note" does not exist

                            SELECT id, note
                            FROM orders
                            WHERE id = ?

                          The server, on the schema of version 9: column "note" does not exist
                          Changed by V9__drop_note.sql: Column public.orders.note is gone.

                          What to do: Take away in a later release what is gone: when no version that uses it runs any longer.

                        1 statements tried over 3 migrations: 1 failures, 0 notices
                        """);
        assertThat(report.asFindings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("previous-version-refused");
            assertThat(finding.title()).endsWith("column \"note\" does not exist");
        });
    }

    @Test
    void theNewestMigrationIsTheWindowIfNothingIsSaid() throws IOException {
        StatementReport report = run(previous("SELECT id FROM orders;"));

        assertThat(report.migrations()).singleElement().satisfies(migration -> assertThat(migration.version())
                .isEqualTo("10"));
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aStatementOfTheNewVersionNamesWhatItNeeds() throws IOException {
        Files.writeString(queries.resolve("v42.sql"), "SELECT id, paid FROM orders;");
        StatementReport report =
                run(previous("SELECT id FROM orders;").withFrom("8").withNext(queries + "/v42.sql"));

        assertThat(text(report))
                .isEqualTo(
                        """
                        v42.sql:1: a statement of the new version is refused before V10__add_paid.sql: column "paid" does not exist

                            SELECT id, paid FROM orders

                          The server, on the schema of version 8: column "paid" does not exist
                          Changed by V10__add_paid.sql: column public.orders.paid is new.

                          What to do: Apply V10__add_paid.sql before the first instance of the new version starts; where both run on the old schema, as in a blue-green deployment, let the new version do without it for one release.

                        2 statements tried over 3 migrations: 1 failures, 0 notices
                        """
                                .replace("over 3", "over 2"));
    }

    @Test
    void aStatementThatFailsOnTheWayAloneIsANotice() throws IOException {
        folder.up(11, "note_again", "ALTER TABLE orders ADD COLUMN note text;");

        StatementReport report = run(previous("SELECT id, note FROM orders;").withFrom("8"));

        assertThat(text(report))
                .startsWith(
                        "v41.sql:1: a statement of the previous version is refused between V9__drop_note.sql and V11__note_again.sql: column \"note\" does not exist")
                .contains("What to do: Nothing, if the migrations are applied together")
                .endsWith("0 failures, 1 notices\n");
    }

    @Test
    void viewsOfRepeatableMigrationsAreThereOnBothSchemas() throws IOException {
        folder.file("R__totals.sql", "CREATE OR REPLACE VIEW totals AS SELECT id, total FROM orders;");

        assertThat(run(previous("SELECT total FROM totals;")).findings()).isEmpty();
    }

    @Test
    void aRepeatableMigrationThatDoesNotRunOnTheOldSchemaIsToldOf() throws IOException {
        folder.file("R__paid.sql", "CREATE OR REPLACE VIEW paid AS SELECT id FROM orders WHERE paid;");

        assertThat(run(previous("SELECT id FROM orders;")).remarks())
                .singleElement()
                .asString()
                .startsWith("The repeatable migrations do not all run on the schema of version 9: ")
                .contains("R__paid.sql");
    }

    @Test
    void statementsRunOverRows() throws IOException {
        folder.up(11, "small", "ALTER TABLE orders ADD CONSTRAINT small CHECK (total < 100);");
        StatementSettings settings = previous("-- with: 1\nUPDATE orders SET total = total * 10 WHERE id = ?;")
                .withRows("7", database -> {
                    try (Connection connection = database.getConnection();
                            Statement insert = connection.createStatement()) {
                        insert.execute("INSERT INTO orders (id, total) VALUES (1, 20)");
                    }
                });

        assertThat(text(run(settings)))
                .contains(
                        "v41.sql:2: a statement of the previous version fails with its values after V11__small.sql: new row for relation \"orders\" violates check constraint \"small\"",
                        "Its values: '1'",
                        "Changed by V11__small.sql: ");
    }

    @Test
    void valuesThatFitNoRowsAreARemark() throws IOException {
        StatementReport report = run(previous("-- with: 'x'\nINSERT INTO orders (id) SELECT ?::int;"));

        assertThat(report.findings()).isEmpty();
        assertThat(report.remarks())
                .singleElement()
                .asString()
                .endsWith(
                        "v41.sql:2 is only prepared, and not run: on the schema of version 9, which it is made for, the server says: invalid input syntax for type integer: \"x\"");
    }

    @Nested
    class Mistakes {

        private void refused(StatementSettings settings, String message) {
            assertThatThrownBy(() -> run(settings))
                    .isInstanceOf(StatementException.class)
                    .extracting(failure -> String.valueOf(failure.getMessage()).replace(queries + "/", ""))
                    .isEqualTo(message.strip());
        }

        @Test
        void aStatementThatTheOldSchemaRefuses() throws IOException {
            refused(
                    previous("SELECT id FROM orders;\n\nSELECT note FROM orders;"),
                    """
                    Statements of the previous version are refused on the schema of version 9, which they are made for:

                    v41.sql:3:

                        SELECT note FROM orders

                      The server: column "note" does not exist

                    Correct the statements, or say with from and to for which versions they are made.
                    """);
        }

        @Test
        void aPatternThatFindsNothing() {
            assertThatThrownBy(() -> run(StatementSettings.ofPrevious("queries/v39/*.sql")))
                    .isInstanceOf(StatementException.class)
                    .hasMessage(
                            "No file with statements of the previous version is found by 'queries/v39/*.sql'. Patterns are looked for below src/test/resources, on the class path, and below the folder of the module. Write a file, or record one with StatementRecorder.");
        }

        @Test
        void noPattern() {
            refused(
                    StatementSettings.ofPrevious(),
                    "No file with statements is named. Name those of the previous version, such as queries/v41/*.sql.");
        }

        @Test
        void aPatternThatIsNone() {
            assertThatThrownBy(() -> run(StatementSettings.ofPrevious(queries + "/[.sql")))
                    .isInstanceOf(StatementException.class)
                    .hasMessageContaining("/[.sql' is no pattern of files: ");
        }

        @Test
        void aFileWithoutStatements() throws IOException {
            refused(
                    previous("-- nothing yet\n"),
                    "v41.sql has no statement. Each ends with a semicolon; a file that is not needed any more is to be removed.");
        }

        @Test
        void versionsThatAreNone() throws IOException {
            StatementSettings settings = previous("SELECT 1;");

            refused(
                    settings.withFrom("70"),
                    "from: it is 70, but no migration has it; did you mean 7? The newest is 10.");
            refused(settings.withTo("11"), "to: it is 11, but no migration has it; did you mean 10? The newest is 10.");
            refused(
                    settings.withFrom("10"),
                    "from, to: no migration is after version 10 and up to 10, so there is no change to be survived. Let from be the version before the first new migration.");
            refused(
                    settings.withTo("7"),
                    "from, to: no migration is before version 7, so there is no older schema. Let to be a later version.");
        }

        @Test
        void aRoleThatIsNone() throws IOException {
            refused(
                    previous("SELECT 1;").withRole("nobody_knows"),
                    "The server has no role nobody_knows, as which statements are to be sent. Name the role that the application connects as; @TestDatabase(roles = \"nobody_knows\") creates it.");
        }

        @Test
        void rowsThatComeTooLate() throws IOException {
            refused(
                    previous("SELECT 1;").withRows("10", database -> {}),
                    "There are rows for version 10, but the previous version of the application runs on the schema of version 9 and meets only rows of that one or an older one. Lower the rows' version, or raise from.");
        }
    }

    @Test
    void aSingleMigrationHasNoPreviousVersion(@TempDir Path empty) throws IOException {
        StatementSettings settings = previous("SELECT 1;");

        assertThatThrownBy(() -> StatementCompatibility.of(settings)
                        .run(server, new Folder(empty).up(1, "all", "SELECT 1;").flyway()))
                .hasMessage(
                        "There is one migration, and so no schema that a previous version of the application could have been made for. Two migrations are the fewest.");
    }
}
