package dev.switchback.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Something goes wrong in the middle, and is said. */
@ExtendWith(Calls.Extension.class)
class OperatingTroubleTests {

    private static final String WAY_BACK = "The way back, if it is needed: switchback rollback --to 1\n";

    private final OperatedShop shop;

    OperatingTroubleTests(Calls calls, @TempDir Path folder) throws SQLException {
        shop = OperatedShop.create(calls, folder).withOrders();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void aMigrationThatFailsOverRowsIsTakenBackAndThoseBeforeItStay() {
        shop.write("V3__unique.sql", "CREATE TABLE made (id int);\nALTER TABLE customer ADD CHECK (name <> 'Bob');");

        Call apply = shop.call("apply");
        Call status = shop.call("status", "--exit-code");

        String standing = "The database is at V2 orders. 1 migration is pending: V3 unique.\n";
        assertThat(apply.exitCode()).isEqualTo(1);
        assertThat(apply.out()).isEqualTo(WAY_BACK);
        assertThat(apply.err())
                .startsWith("V3__unique.sql: the migration fails\n")
                .contains("V3__unique.sql:2\n", "SQLSTATE 23514")
                .endsWith("1 migration before it was applied.\n" + standing);
        assertThat(status).isEqualTo(new Call(1, standing, ""));
    }

    @Test
    void whatFailedOutsideATransactionIsToldUntilItIsMended() throws SQLException {
        shop.write("V3__index.sql", "CREATE UNIQUE INDEX CONCURRENTLY same ON customer ((1));");

        Call apply = shop.call("apply");
        Call again = shop.call("apply");
        shop.execute("DROP INDEX same");
        shop.execute("DELETE FROM flyway_schema_history WHERE NOT success");

        assertThat(apply.exitCode()).isEqualTo(1);
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err())
                .startsWith("Nothing was applied.\n")
                .contains(
                        "V3 index failed, and what it did outside a transaction may be there in part.",
                        "DELETE FROM flyway_schema_history WHERE NOT success;",
                        "The index same of customer is not valid: building it broke off.",
                        "DROP INDEX CONCURRENTLY same;");
        assertThat(shop.call("status").out()).hasLineCount(1);
    }

    @Test
    void twoAtOnceApplyEachMigrationOnce() throws SQLException {
        CompletableFuture<Call> other = CompletableFuture.supplyAsync(() -> shop.call("apply"));
        Call one = shop.call("apply");

        assertThat(one.exitCode()).as(one.err()).isZero();
        assertThat(other.join().exitCode()).as(other.join().err()).isZero();
        assertThat(shop.value("SELECT count(*) FROM flyway_schema_history WHERE version = '2'"))
                .isEqualTo("1");
    }

    @Test
    void aLostConnectionIsToldWithWhereTheDatabaseStands() {
        shop.write("V3__gone.sql", "CREATE TABLE made (id int);\nSELECT pg_terminate_backend(pg_backend_pid());");

        Call apply = shop.call("apply");

        assertThat(apply.exitCode()).isEqualTo(1);
        assertThat(apply.err())
                .endsWith("The database is at V2 orders. 1 migration is pending: V3 gone.\n")
                .contains("1 migration before it was applied.\n");
    }

    @Test
    void aKillInTheMiddleLeavesNothingHalfDoneAndTheNextCallSaysSo() throws Exception {
        shop.write("V3__slow.sql", "CREATE TABLE made (id int);\nSELECT pg_advisory_xact_lock(42);");
        try (Connection holder = shop.database().dataSource().getConnection()) {
            holder.createStatement().execute("SELECT pg_advisory_lock(42)");
            Process process = process("apply", "-l", shop.folder().toString());
            waitFor("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 42 AND NOT granted");

            Call during = shop.call("status");
            Call second = shop.call("rollback", "--yes");
            process.destroyForcibly().waitFor();
            shop.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE objid = 42 AND NOT granted");
            waitFor("SELECT (count(*) = 1)::int FROM pg_locks JOIN pg_database ON pg_database.oid = database"
                    + " WHERE locktype = 'advisory' AND datname = current_database()");
            Call after = shop.call("status");

            assertThat(during.out()).contains("Another session migrates this database: process ");
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err()).startsWith("Nothing was done. Another session migrates this database: process ");
            assertThat(after.out()).isEqualTo("The database is at V2 orders. 1 migration is pending: V3 slow.\n");
            assertThat(shop.value("SELECT to_regclass('made')")).isEqualTo("null");
        }
    }

    @Test
    void aRollbackThatIsKilledBetweenUndoAndHistoryIsBroughtToItsEnd() throws Exception {
        shop.call("apply");
        try (Connection holder = shop.database().dataSource().getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("SELECT FROM flyway_schema_history WHERE version = '2' FOR UPDATE");
            Process process = process("rollback", "--yes", "-l", shop.folder().toString());
            waitFor("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND wait_event_type = 'Lock' AND query LIKE 'DELETE%'");
            process.destroyForcibly().waitFor();
            shop.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND wait_event_type = 'Lock'");
            holder.rollback();
        }

        Call status = shop.call("status", "--exit-code");
        Call apply = shop.call("apply");
        Call rollback = shop.call("rollback", "--yes");

        String begun = "A rollback has begun and not ended: the table public.flyway_schema_history_undo is there."
                + " If none is going on, switchback rollback brings it to its end.\n";
        assertThat(status).isEqualTo(new Call(1, "The database is at V2 orders. Nothing is pending.\n" + begun, ""));
        assertThat(apply.exitCode()).isEqualTo(1);
        assertThat(apply.err()).startsWith("Nothing was applied.\n").endsWith(begun);
        assertThat(rollback.exitCode()).as(rollback.err()).isZero();
        assertThat(rollback.out()).endsWith("The database is at V1 customer. 1 migration is pending: V2 orders.\n");
        assertThat(shop.call("apply").exitCode()).isZero();
    }

    private Process process(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SwitchbackCommand.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder process =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        process.environment().putAll(shop.environment().environment());
        return process.start();
    }

    /** Asks until the answer is 1. */
    private void waitFor(String query) throws SQLException {
        Instant end = Instant.now().plusSeconds(60);
        try (Connection connection = shop.database().dataSource().getConnection()) {
            while (Instant.now().isBefore(end)) {
                try (var found = connection.createStatement().executeQuery(query)) {
                    found.next();
                    if (found.getInt(1) == 1) {
                        return;
                    }
                }
            }
        }
        throw new AssertionError("Never true: " + query);
    }

    @Test
    void aLockThatIsNotHadInTimeIsNoWaitWithoutEnd() throws SQLException {
        try (Connection holder = shop.database().dataSource().getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("LOCK customer IN ACCESS SHARE MODE");

            Call apply = shop.call("apply", "--lock-timeout", "1");

            assertThat(apply.exitCode()).isEqualTo(1);
            assertThat(apply.err())
                    .contains("SQLSTATE 55P03", "Another session held the lock. Run it again later")
                    .endsWith(
                            "Nothing was applied.\nThe database is at V1 customer. 1 migration is pending: V2 orders.\n");
            holder.rollback();
        }
    }

    @Test
    void aVerificationThatFailsSaysWhatToType() throws SQLException {
        shop.write(
                "V2__orders.sql",
                """
                CREATE TABLE orders (id int PRIMARY KEY, customer int);
                INSERT INTO orders SELECT id, id + 1 FROM customer;
                ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer) REFERENCES customer NOT VALID;
                """);
        shop.execute("CREATE TABLE by_hand (id int)");

        Call apply = shop.call("apply", "--verify-after");

        assertThat(apply.exitCode()).isEqualTo(1);
        assertThat(apply.out())
                .contains("Rows: public.orders: no table before, 2 rows now\n")
                .doesNotContain("Verified");
        assertThat(apply.err())
                .startsWith(
                        """
                        The verification failed:
                        orders: 1 row refers to nothing, against its foreign key orders_customer
                        """)
                .contains("table public.by_hand")
                .endsWith(WAY_BACK);
    }

    @Test
    void aRollbackThatCannotBeDoneTouchesNothing() throws SQLException {
        shop.call("apply");
        shop.write("U2__orders.sql", "DROP TABLE orders;\nDROP TABLE nothing;");

        Call rollback = shop.call("rollback", "--yes");

        assertThat(rollback.exitCode()).isEqualTo(1);
        assertThat(rollback.err())
                .startsWith("Nothing was done. V2__orders: the undo fails")
                .contains("U2__orders.sql:2");
        assertThat(shop.value("SELECT count(*) FROM orders")).isEqualTo("0");
    }

    @Test
    void anUndoThatFailsOverRowsIsToldWithWhereTheDatabaseStands() throws SQLException {
        shop.write(
                "U2__orders.sql",
                "ALTER TABLE customer DROP email;\nDROP TABLE orders;\nALTER TABLE customer ADD CHECK (name <> 'Bob');");
        shop.call("apply");

        Call rollback = shop.call("rollback", "--yes");

        assertThat(rollback.exitCode()).isEqualTo(1);
        assertThat(rollback.err())
                .contains("V2__orders: the undo fails", "SQLSTATE 23514")
                .endsWith("The database is at V2 orders. Nothing is pending.\n");
        assertThat(shop.value("SELECT count(*) FROM orders")).isEqualTo("0");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsTheEnvironment() {
        for (String command : List.of("status", "history", "pending", "apply", "rollback", "preflight", "dry-run")) {
            Call call = shop.call(command, "jdbc:postgresql://localhost:1/shop");

            assertThat(call.exitCode()).as(command).isEqualTo(3);
            assertThat(call.err())
                    .startsWith("The database cannot be reached: ")
                    .contains("localhost:1");
        }
    }
}
