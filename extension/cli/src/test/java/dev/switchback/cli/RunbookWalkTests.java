package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The runbook from preflight to rollback on a database with rows: once all goes well, and once the apply fails in the middle, over
 * rows that no dry run knows. The operator then types what the messages say, and nothing else.
 */
@ExtendWith(Calls.Extension.class)
class RunbookWalkTests {

    private static final String IS_AS_MIGRATIONS_MAKE_IT =
            """
            ok    nothing was left by a call that broke off, and no other one goes on
            ok    the files are those of the history
            ok    the schema is what its migrations make
            """;

    private static final String SECOND_CUSTOMER =
            "CREATE TABLE made (id int);\nINSERT INTO customer VALUES (2, 'Robert')";

    private static final String AT_2 = "The database is at V2 orders. 2 migrations are pending: V3 names, V4 notes.\n";

    private final OperatedShop shop;

    RunbookWalkTests(Calls calls, @TempDir Path folder) throws SQLException {
        shop = OperatedShop.create(calls, folder).withOrders();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void allGoesWell() throws SQLException {
        Call preflight = shop.call("preflight", "--pg-bin", "/nowhere");
        Call dryRun = shop.call("dry-run");
        Call apply = shop.call("apply", "--verify-after", "--lock-timeout", "5");
        shop.execute("INSERT INTO orders VALUES (1, 1); UPDATE customer SET email = 'a@b.org' WHERE id = 1");
        Call warned = shop.call("rollback");
        String afterWarning = shop.value("SELECT count(*) FROM orders");
        Call rollback = shop.call("rollback", "--yes");

        assertThat(preflight.out())
                .startsWith(
                        """
                        ok    nothing was left by a call that broke off, and no other one goes on
                        ok    the files are those of the history
                        ok    the schema is what its migrations make
                        ok    each pending migration has an undo
                        ok    the role may change what is there
                        ok    no transaction has been open for more than 60 s
                        FAIL  a backup can be made
                                pg_dump of version\
                        """);
        assertThat(preflight.exitCode()).isEqualTo(1);
        assertThat(dryRun.exitCode()).isZero();
        assertThat(dryRun.out())
                .startsWith("1 migration would be applied on top of V1:")
                .contains("CREATE TABLE orders", "ALTER TABLE customer ADD email text");
        assertThat(apply)
                .isEqualTo(new Call(
                        0,
                        """
                                The way back, if it is needed: switchback rollback --to 1
                                Applied: V2 orders.
                                The database is at V2 orders. Nothing is pending.
                                Rows: public.orders: no table before, 0 rows now
                                Verified: the schema is what the migrations make on an empty database, and no row has come to refer to nothing.
                                """,
                        ""));
        String warning =
                """
                To be undone: V2 orders.
                This loses, for good:
                  table public.orders with 1 row
                  column public.customer.email with values in 1 row
                Rows that the undo scripts delete or change are not counted.
                """;
        assertThat(warned).isEqualTo(new Call(2, warning, "Nothing was done. If that is meant, add --yes.\n"));
        assertThat(afterWarning).isEqualTo("1");
        assertThat(rollback)
                .isEqualTo(new Call(
                        0, warning + "The database is at V1 customer. 1 migration is pending: V2 orders.\n", ""));
        assertThat(shop.value("SELECT count(*) FROM customer")).isEqualTo("2");
        assertThat(shop.call("preflight").out()).contains(IS_AS_MIGRATIONS_MAKE_IT);
    }

    /** Preflight and dry run find nothing, and the apply ends at V3; V4 would come after it. */
    private Call failInTheMiddle(String third) {
        shop.write("V3__names.sql", third)
                .write("U3__names.sql", "DELETE FROM customer WHERE id = 2;\nDROP TABLE made;")
                .write("V4__notes.sql", "ALTER TABLE customer ADD note text;")
                .write("U4__notes.sql", "ALTER TABLE customer DROP note;");
        assertThat(shop.call("preflight").out())
                .startsWith(IS_AS_MIGRATIONS_MAKE_IT)
                .contains("ok    each pending migration has an undo\n");
        Call dryRun = shop.call("dry-run");
        assertThat(dryRun.exitCode()).as(dryRun.toString()).isZero();
        Call apply = shop.call("apply", "--verify-after");
        assertThat(apply.exitCode()).isEqualTo(1);
        return apply;
    }

    @Test
    void itFailsInTheMiddleAndIsFixedForward() throws SQLException {
        Call apply = failInTheMiddle(SECOND_CUSTOMER + ";");
        String left = shop.value("SELECT to_regclass('made')");
        Call status = shop.call("status", "--exit-code");
        shop.write("V3__names.sql", SECOND_CUSTOMER + " ON CONFLICT (id) DO UPDATE SET name = EXCLUDED.name;");
        Call fixed = shop.call("apply", "--verify-after");
        Call settled = shop.call("status", "--exit-code");
        Call rollback = shop.call("rollback", "--yes");

        assertThat(apply.err())
                .contains("V3__names.sql:2\n", "SQLSTATE 23505")
                .endsWith("1 migration before it was applied.\n" + AT_2);
        assertThat(left).isEqualTo("null");
        assertThat(status).isEqualTo(new Call(1, AT_2, ""));
        assertThat(fixed.exitCode()).as(fixed.err()).isZero();
        assertThat(fixed.out())
                .startsWith("The way back, if it is needed: switchback rollback --to 2\nApplied: V3 names, V4 notes.\n")
                .contains("Verified: the schema is what the migrations make");
        assertThat(settled).isEqualTo(new Call(0, "The database is at V4 notes. Nothing is pending.\n", ""));
        assertThat(rollback.exitCode()).as(rollback.err()).isZero();
        assertThat(rollback.out()).endsWith("The database is at V3 names. 1 migration is pending: V4 notes.\n");
        assertThat(shop.value("SELECT string_agg(name, ' ' ORDER BY id) FROM customer"))
                .isEqualTo("Ada Robert");
    }

    @Test
    void itFailsInTheMiddleAndThePrintedWayBackIsGone() throws SQLException {
        Call apply = failInTheMiddle(SECOND_CUSTOMER + ";");
        String[] wayBack = wayBack(apply);
        Call warned = shop.call(wayBack);
        Call rollback = shop.call(with(wayBack, "--yes"));
        Call status = shop.call("status");

        assertThat(wayBack).containsExactly("rollback", "--to", "1");
        assertThat(warned.exitCode()).isEqualTo(2);
        assertThat(warned.out()).startsWith("To be undone: V2 orders.\n").contains("table public.orders with 0 rows");
        assertThat(warned.err()).isEqualTo("Nothing was done. If that is meant, add --yes.\n");
        assertThat(rollback.exitCode()).as(rollback.err()).isZero();
        assertThat(status.out())
                .isEqualTo(
                        "The database is at V1 customer. 3 migrations are pending: V2 orders, V3 names, V4 notes.\n");
        assertThat(shop.call("preflight").out()).startsWith(IS_AS_MIGRATIONS_MAKE_IT);
        assertThat(shop.value("SELECT string_agg(name, ' ' ORDER BY id) FROM customer"))
                .isEqualTo("Ada Bob");
    }

    @Test
    void itFailsOutsideATransactionAndWhatStatusSaysIsTyped() throws SQLException {
        shop.execute("INSERT INTO customer VALUES (3, 'Ada')");
        failInTheMiddle("CREATE UNIQUE INDEX CONCURRENTLY one_name ON customer (name);");
        Call status = shop.call("status", "--exit-code");
        Call refused = shop.call("rollback", "--yes");
        for (String statement : statements(status)) {
            shop.execute(statement);
        }
        Call mended = shop.call("status");
        shop.write("V3__names.sql", "CREATE INDEX CONCURRENTLY one_name ON customer (name);");
        Call fixed = shop.call("apply", "--verify-after");

        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(statements(status))
                .containsExactlyInAnyOrder(
                        "DROP INDEX CONCURRENTLY one_name;", "DELETE FROM flyway_schema_history WHERE NOT success;");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(mended.out()).isEqualTo(AT_2);
        assertThat(fixed.exitCode()).as(fixed.err()).isZero();
        assertThat(fixed.out()).contains("Applied: V3 names, V4 notes.\n", "Verified: ");
        assertThat(shop.value("SELECT count(*) FROM customer")).isEqualTo("3");
    }

    private static String[] wayBack(Call apply) {
        Matcher printed = Pattern.compile("The way back, if it is needed: switchback (.*)\n")
                .matcher(apply.out());
        assertThat(printed.find()).as(apply.out()).isTrue();
        return printed.group(1).split(" ");
    }

    private static String[] with(String[] arguments, String more) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(more);
        return all.toArray(String[]::new);
    }

    private static List<String> statements(Call status) {
        return Pattern.compile("(?m)(?:^|: )\\s*((?:DROP|DELETE) .*;)$")
                .matcher(status.out())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
