package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Calls.Extension.class)
class FixtureCommandTests {

    private final Calls calls;
    private final Path folder;
    private final Path migrations;

    FixtureCommandTests(Calls calls, @TempDir Path folder) throws IOException {
        this.calls = calls;
        this.folder = folder;
        this.migrations = Files.createDirectory(folder.resolve("migration"));
        write(
                "migration/V1__shop.sql",
                """
                CREATE TABLE customer (id int PRIMARY KEY, email text NOT NULL);
                CREATE TABLE orders (id int PRIMARY KEY, customer int REFERENCES customer, status text);
                """);
        write("migration/V2__mark.sql", "UPDATE orders SET status = 'old' WHERE status IS NULL;");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Call seed(Path file, String... more) {
        List<String> all = new ArrayList<>(List.of("seed", file.toString(), "-l", migrations.toString()));
        all.addAll(List.of(more));
        return calls.call(all.toArray(String[]::new));
    }

    @Test
    void fixturesAreTriedAndTheirRowsAreTold() throws IOException {
        Path file = write(
                "shop.yaml",
                "customer:\n  alice: {id: 1, email: a@b.org}\norders:\n  one: {id: 1, customer: $alice}\n");

        Call now = seed(file);
        Call before = seed(file, "--at", "1");

        assertThat(now.exitCode()).as(now.err()).isZero();
        assertThat(now.out())
                .matches(
                        """
                        fingerprint [0-9a-f]{16}
                          table public.customer: 1 row, [0-9a-f]{16}
                          table public.orders: 1 row, [0-9a-f]{16}
                        """);
        assertThat(before.exitCode()).isZero();
        assertThat(before.out().lines().skip(1).findFirst())
                .isEqualTo(now.out().lines().skip(1).findFirst());
        assertThat(before.out()).isNotEqualTo(now.out());
    }

    @Test
    void fixturesThatDoNotFitAreAFinding() throws IOException {
        Call call = seed(write("shop.yaml", "customer:\n  alice: {id: 1, mail: a@b.org}\n"));

        assertThat(call.exitCode()).isEqualTo(1);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains("shop.yaml:2:", "mail", "Did you mean email?");
    }

    @Test
    void fixturesThatAreNotThereAreWrongUse() {
        Call call = seed(folder.resolve("shop.yaml"));

        assertThat(call.exitCode()).isEqualTo(2);
        assertThat(call.err()).startsWith("There is no file or folder " + folder.resolve("shop.yaml"));
    }

    private Database shop() throws SQLException {
        Database database = calls.server().create();
        Flyway.configure()
                .dataSource(database.dataSource())
                .locations("filesystem:" + migrations)
                .load()
                .migrate();
        try (Connection connection = database.dataSource().getConnection()) {
            connection
                    .createStatement()
                    .execute(
                            """
                            INSERT INTO customer VALUES (1, 'ada@shop.example'), (2, 'bob@shop.example');
                            INSERT INTO orders VALUES (1, 1, 'open'), (2, 2, 'paid');
                            """);
        }
        return database;
    }

    @Test
    void someRowsAreExportedWithWhatTheyReferTo() throws SQLException, IOException {
        Path file = folder.resolve("open.yaml");
        try (Database database = shop()) {
            Calls onShop = calls.on(database).with("SWITCHBACK_EXPORT_SECRET", "a secret of the test");

            Call printed = onShop.call(
                    "export",
                    "--table",
                    "orders",
                    "--where",
                    "status = 'open'",
                    "--pseudonymise",
                    "customer.email=email");
            Call written =
                    onShop.call("export", "--table", "orders", "--keep", "customer.email", "--to", file.toString());
            Call again = onShop.call("export", "--keep", "customer.email", "--to", file.toString());

            assertThat(printed.exitCode()).as(printed.err()).isZero();
            assertThat(printed.out())
                    .contains("status: open", "customer: $customer-1", "@example.org")
                    .doesNotContain("ada@", "customer-2");
            assertThat(written).isEqualTo(new Call(0, "", ""));
            assertThat(seed(file).out()).contains("table public.orders: 2 rows");
            assertThat(again.exitCode()).isEqualTo(2);
            assertThat(again.err()).contains(file.toString());
        }
    }

    @Test
    void whatLooksPersonalIsNotExportedWithoutAWord() throws SQLException {
        try (Database database = shop()) {
            Calls onShop = calls.on(database);

            Call silent = onShop.call("export");
            Call unknown = onShop.call("export", "--pseudonymise", "customer.email=emial");
            Call withoutSecret = onShop.call("export", "--pseudonymise", "customer.email=email");
            Call noTable = onShop.call("export", "--table", "order");

            assertThat(silent)
                    .isEqualTo(
                            new Call(
                                    2,
                                    "",
                                    """
                                    1 column looks personal and neither kept nor pseudonymised, so nothing is exported:

                                      public.customer.email   its name says so, and it holds an e-mail address

                                    Say what becomes of each:

                                      --pseudonymise public.customer.email=email
                                      SWITCHBACK_EXPORT_SECRET=... (in the environment)

                                    What everybody may read is kept: --keep public.customer.email
                                    """));
            assertThat(unknown.exitCode()).isEqualTo(2);
            assertThat(unknown.err()).startsWith("There is no pseudonym emial. Did you mean email?");
            assertThat(withoutSecret.exitCode()).isEqualTo(2);
            assertThat(withoutSecret.err()).contains("\n  SWITCHBACK_EXPORT_SECRET=... (in the environment)\n");
            assertThat(noTable.exitCode()).isEqualTo(2);
            assertThat(noTable.err()).contains("orders");
        }
    }

    @Test
    void aDatabaseThatCannotBeReachedIsTheEnvironment() {
        Call call = calls.call("export", "jdbc:postgresql://localhost:1/shop");

        assertThat(call.exitCode()).isEqualTo(3);
        assertThat(call.err()).contains("localhost:1");
    }
}
