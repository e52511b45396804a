package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Calls.Extension.class)
class NewCommandTests {

    private Path root = Path.of("");
    private Path folder = Path.of("");

    @BeforeEach
    void makeFolder(@TempDir Path root) throws IOException {
        this.root = root;
        folder = Files.createDirectory(root.resolve("migration"));
        settings("");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private void settings(String text) throws IOException {
        Files.writeString(root.resolve("lint.yaml"), text);
    }

    private Call create(String... arguments) {
        List<String> all = new ArrayList<>(List.of("new"));
        all.addAll(List.of(arguments));
        all.addAll(List.of(
                "-l",
                folder.toString(),
                "--lint-settings",
                root.resolve("lint.yaml").toString()));
        return Call.of(all.toArray(String[]::new));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve("migration"))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    private void assertRefused(Call call, String message) throws IOException {
        List<String> before = names();
        assertThat(call).isEqualTo(new Call(2, "", message + "\n"));
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void aMigrationAndItsUndoAreWritten() throws IOException {
        write("V1__first.sql", "SELECT 1;");
        Call call = create("Add orders", "--kind", "table", "--table", "orders", "--columns", "id int PRIMARY KEY");
        assertThat(call)
                .isEqualTo(new Call(
                        0,
                        folder.toRealPath().resolve("V2__add_orders.sql") + "\n"
                                + folder.toRealPath().resolve("U2__add_orders.sql") + "\n",
                        "2 files were written.\n"));
        assertThat(folder.resolve("V2__add_orders.sql")).hasContent("CREATE TABLE orders (id int PRIMARY KEY);");
        assertThat(folder.resolve("U2__add_orders.sql")).hasContent("DROP TABLE orders;");
    }

    @Test
    void aRepeatableMigrationHasNoUndo() throws IOException {
        Call call =
                create("order", "totals", "--kind", "repeatable", "--set", "view=totals", "--set", "query=SELECT 1");
        assertThat(call.err()).isEqualTo("1 file was written.\n");
        assertThat(folder.resolve("R__order_totals.sql")).hasContent("CREATE OR REPLACE VIEW totals AS SELECT 1;");
        assertThat(names()).hasSize(1);
        assertRefused(
                create("Order totals", "--kind", "repeatable"),
                "There is such a repeatable migration: " + folder.toRealPath().resolve("R__order_totals.sql")
                        + ". Change that one, or choose another name.");
    }

    @Test
    void theHeaderIsFilledInWhereATeamWantsIt() throws IOException {
        settings("files:\n  naming: ticket-sequence\n  header: true\n");
        Call call = create(
                "add orders", "--ticket", "sprt26", "--kind", "table", "--table", "orders", "--columns", "id int");
        assertThat(call.exitCode()).isZero();
        assertThat(folder.resolve("V0001__sprt26_add_orders.sql"))
                .hasContent(
                        """
                        -- Purpose: add orders
                        -- Impact: the new table orders; what is there stays as it is
                        -- Risk: none while nothing uses the table
                        -- Rollback: U0001__sprt26_add_orders.sql drops the table with its rows
                        -- Testing: switchback roundtrip takes it up, down and up again
                        CREATE TABLE orders (id int);
                        """);
        settings("files:\n  header: [purpose, Reviewed by]\n");
        assertRefused(
                create("sprt27 add lines", "--kind", "table"),
                "The header of these migrations has the field Reviewed by. Say what it is: --set reviewed-by=TEXT");
    }

    @Test
    void completeTemplatesPassTheLintAndTheRoundTrip(Calls calls) throws IOException {
        settings(
                """
                rules:
                  description-snake-case: fail
                  description-action-first: fail
                  undo-missing: fail
                files:
                  header: true
                """);
        create("add orders", "--kind", "table", "--table", "orders", "--columns", "id int, \"Placed on\" date");
        create("index orders", "--kind", "index", "--table", "public.orders", "--columns", "\"Placed on\", id");
        create("add uuids", "--kind", "extension", "--extension", "uuid-ossp");
        create(
                "update orders",
                "--kind",
                "data",
                "--table",
                "orders",
                "--set",
                "new-values=id = 2",
                "--set",
                "old-rows=id = 1",
                "--set",
                "old-values=id = 1",
                "--set",
                "new-rows=id = 2");
        create("order ids", "--kind", "repeatable", "--set", "view=ids", "--set", "query=SELECT id FROM orders");

        assertThat(names()).hasSize(9);
        assertThat(folder.resolve("U2__index_orders.sql"))
                .hasContent("DROP INDEX CONCURRENTLY public.orders_placed_on_id_idx;");
        assertThat(folder.resolve("V3__add_uuids.sql")).content().contains("CREATE EXTENSION \"uuid-ossp\";");
        Call lint = Call.of(
                "lint",
                "--files-only",
                "-l",
                folder.toString(),
                "--lint-settings",
                root.resolve("lint.yaml").toString());
        assertThat(lint.exitCode()).as(lint.toString()).isZero();
        Call trip = calls.call("roundtrip", "-l", folder.toString());
        assertThat(trip.exitCode()).as(trip.toString()).isZero();
    }

    @Test
    void whatIsLeftOpenCannotPassARoundTrip(Calls calls) throws IOException {
        Call call = create("note orders", "--kind", "table", "--table", "orders");
        assertThat(call.err())
                .isEqualTo(
                        "2 files were written.\nIt fails until it says what these are: columns. They stand between << and >>.\n");
        Call trip = calls.call("roundtrip", "-l", folder.toString());
        assertThat(trip.exitCode()).isEqualTo(1);
        assertThat(trip.out()).contains("V1__note_orders.sql is not finished: write what stands between << and >>");
    }

    @Nested
    class Templates {

        private Call create(String... arguments) throws IOException {
            List<String> all = new ArrayList<>(List.of(arguments));
            all.addAll(List.of("--templates", templates().toString()));
            return NewCommandTests.this.create(all.toArray(String[]::new));
        }

        private Path templates() throws IOException {
            return Files.createDirectories(root.resolve("templates"));
        }

        @Test
        void ofATeamHaveKindsAndVariablesOfTheirOwn() throws IOException {
            Files.writeString(
                    templates().resolve("note.sql"),
                    "-- {{author}} = nobody\n-- {{note}} = {{title}} by {{author}}\nCOMMENT ON TABLE {{table}} IS '{{note}}';\n");
            Files.writeString(
                    templates().resolve("note.undo.sql"),
                    "-- of {{script}}\nCOMMENT ON TABLE {{table}} IS '{{old}}';\n");
            Call call = create("note orders", "--kind", "note", "--table", "orders", "--set", "author=Ada");
            assertThat(call.err()).contains("what these are: old.");
            assertThat(folder.resolve("V1__note_orders.sql"))
                    .hasContent("COMMENT ON TABLE orders IS 'note orders by Ada';");
            assertThat(folder.resolve("U1__note_orders.sql"))
                    .content()
                    .startsWith("DO $$ BEGIN RAISE EXCEPTION")
                    .endsWith("-- of V1__note_orders.sql\nCOMMENT ON TABLE orders IS '<<old>>';\n");
        }

        @Test
        void withoutAnUndoAreRefused() throws IOException {
            Files.writeString(templates().resolve("table.sql"), "CREATE TABLE {{table}} ();");
            assertRefused(
                    create("orders", "--kind", "table"),
                    "The folder " + templates()
                            + " of templates has no table.undo.sql, which belongs to the other half of it that is there.");
        }

        @Test
        void withoutAVariableThatIsGivenAreRefused() throws IOException {
            assertRefused(
                    create("orders", "--kind", "table", "--set", "tabel=orders"),
                    "The template table has no variable tabel. Did you mean table?");
            assertRefused(
                    create("orders", "--kind", "extension", "--columns", "id"),
                    "The template extension has no variable columns. There are extension, impact, risk, rollback.");
        }
    }

    @Nested
    class Refused {

        @Test
        void noKindOrAnUnknownOne() throws IOException {
            assertRefused(
                    create("orders"),
                    "Say what kind of migration it is, --kind table, for one, or what it leads to: --from-diff SCHEMA");
            assertRefused(
                    create("orders", "--kind", "tabel"),
                    "There is no kind tabel of migrations. Did you mean table? The kinds are data, extension, index, repeatable, table.");
        }

        @Test
        void noName() throws IOException {
            assertThat(create("--kind", "table").exitCode()).isEqualTo(2);
            assertRefused(
                    create("?!", "--kind", "table"),
                    "The name '?!' has no letter from a to z and no digit. Say in a few words what the migration does: add orders");
        }

        @Test
        void aFolderThatIsMissingOrNotTheOnlyOne() throws IOException {
            assertRefused(
                    create("orders", "--kind", "table", "--into", "nowhere"),
                    "There is no folder nowhere here, in " + Path.of("").toAbsolutePath() + ".");
            assertRefused(
                    create("orders", "--kind", "table", "--templates", "nowhere"),
                    "There is no folder nowhere of templates.");
            Path other = Files.createDirectory(root.resolve("other"));
            assertRefused(
                    create("orders", "--kind", "table", "-l", other.toString()),
                    "Migrations are in several folders: " + folder.toRealPath() + ", " + other.toRealPath()
                            + ". Say where this one is put: --into FOLDER");
        }

        @Test
        void aVersionThatIsTakenOrNone() throws IOException {
            write("V1__a.sql", "SELECT 1;");
            write("U2__b.sql", "SELECT 1;");
            write("V3__C.java", "");
            for (String taken : List.of("V1__a.sql", "U2__b.sql", "V3__C.java")) {
                String version = taken.substring(1, 2) + ".0";
                assertRefused(
                        create("orders", "--kind", "table", "--at", version),
                        "The version " + version + " is taken by "
                                + folder.toRealPath().resolve(taken) + ".");
            }
            for (String none : List.of("x", "latest", "1/../2")) {
                assertRefused(
                        create("orders", "--kind", "table", "--at", none),
                        "'" + none + "' is no version. One is 12 or 1.2.");
            }
        }

        @Test
        void aTicketThatIsMissingOrNone() throws IOException {
            settings("files:\n  naming: ticket-sequence\n");
            assertRefused(
                    create("orders", "--kind", "table"),
                    "The names of these migrations have a ticket before the description. Name it: --ticket TICKET");
            assertRefused(
                    create("orders", "--kind", "table", "--ticket", "../26"),
                    "A ticket has letters, digits, - and _ alone, such as sprt26, and not '../26'.");
        }

        @Test
        void whatTheLintWouldFind() throws IOException {
            settings("files:\n  repeatable-only: [extensions]\n");
            Call call = create("add uuids", "--kind", "extension", "--extension", "uuid-ossp");
            assertThat(call.exitCode()).isEqualTo(2);
            assertThat(call.err())
                    .startsWith(
                            "Nothing was written, because switchback lint would find:\n  V1__add_uuids.sql:1: repeatable-only: ");
            assertThat(names()).isEmpty();
        }

        @Test
        void aFileThatIsThere() throws IOException {
            Path undo = Files.createDirectory(root.resolve("undo"));
            Files.writeString(undo.resolve("U1__orders.sql"), "mine");
            assertRefused(
                    create("orders", "--kind", "table", "--undo-into", undo.toString()),
                    "Nothing was written: " + undo.resolve("U1__orders.sql") + " is there already.");
            assertThat(undo.resolve("U1__orders.sql")).hasContent("mine");
        }
    }
}
