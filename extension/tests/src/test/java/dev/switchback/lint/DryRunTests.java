package dev.switchback.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationsException;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Dry runs: the statements that would run in a database, seen on a copy of it. */
@ExtendWith(SharedServer.class)
class DryRunTests {

    private final Server server;
    private final Database production;
    private final Folder folder;

    DryRunTests(Server server, @TempDir Path path) {
        this.server = server;
        this.production = server.create();
        this.folder = new Folder(path)
                .up(1, "orders", "CREATE TABLE orders (id bigint PRIMARY KEY, total int);")
                .up(2, "index", "CREATE INDEX orders_total_idx ON orders (total);");
    }

    @AfterEach
    void drop() {
        production.close();
    }

    private FluentConfiguration flyway() {
        return folder.flyway().dataSource(production.dataSource());
    }

    private DryRun dryRun() {
        return dryRun(flyway());
    }

    private DryRun dryRun(FluentConfiguration flyway) {
        return DryRun.of(server, flyway.load(), LintSettings.defaults());
    }

    private void migrate() {
        flyway().load().migrate();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = production.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void eachStatementIsTheWayItWouldRunWithWhatItDoes() {
        migrate();
        folder.up(
                        3,
                        "status",
                        """
                        ALTER TABLE orders ALTER COLUMN total TYPE bigint;
                        CREATE TABLE ${name} (id int);
                        INSERT INTO ${name} VALUES (1), (2);
                        """)
                .file("V4__index.sql.conf", "executeInTransaction=false\n")
                .up(4, "index", "CREATE INDEX CONCURRENTLY orders_id_idx ON orders (id DESC);\n");

        DryRun run = dryRun(flyway().placeholders(Map.of("name", "status")));

        assertThat(run.version()).isEqualTo("2");
        assertThat(run.drift().isEmpty()).isTrue();
        assertThat(run.migrations())
                .extracting(DryRunMigration::migration)
                .extracting(Migration::version)
                .containsExactly("3", "4");
        assertThat(run.toString().replace(folder.path().toString(), "db"))
                .isEqualTo(
                        """
                        2 migrations would be applied on top of V2:

                        db/V3__status.sql

                          ALTER TABLE orders ALTER COLUMN total TYPE bigint;
                            -- ACCESS EXCLUSIVE lock on public.orders: reads and writes wait
                            -- rewrites public.orders, with all its indexes

                          CREATE TABLE status (id int);
                            -- makes public.status

                          INSERT INTO status VALUES (1), (2);
                            -- inserts 2 rows into public.status

                        db/V4__index.sql

                          outside a transaction:
                          CREATE INDEX CONCURRENTLY orders_id_idx ON orders (id DESC);
                            -- builds index orders_id_idx on public.orders
                            -- reads all rows of public.orders (0 on the copy)
                            -- runs only outside a transaction, so its locks could not be seen

                        V3__status.sql:1: type-change-rewrites: giving column total the type bigint rewrites public.orders

                            ALTER TABLE orders ALTER COLUMN total TYPE bigint;

                          Seen: ACCESS EXCLUSIVE lock on public.orders: reads and writes wait while all rows and indexes are written anew.
                          Why it matters: Everybody who uses the table waits, for as long as the rewrite takes, and it takes as much space again.

                          Safer:

                            ALTER TABLE public.orders ADD COLUMN total_new bigint;
                            -- give it what the old one has: default, NOT NULL, keys, checks, indexes
                            -- write both columns: by the application, or by a trigger
                            -- fill it, some thousand rows in each transaction:
                            UPDATE public.orders SET total_new = total WHERE total_new IS NULL AND <key> BETWEEN <from> AND <to>;
                            -- when the application uses total_new alone:
                            ALTER TABLE public.orders DROP COLUMN total;

                          At db/V3__status.sql:1; more in docs/lint/type-change-rewrites.md

                        The copy has only those rows that migrations write: whether the rows of the database break a migration is not known, and neither is how long it takes there.

                        No migration that locks existing tables limits how long it waits for them: while a statement waits, everybody who comes after it waits, too. Set it once for all of them, such as with Flyway's initSql: SET lock_timeout = '5s'

                        2 migrations linted: 1 failures, 0 notices
                        """);
    }

    @Test
    void nothingIsPendingIsSaid() {
        migrate();

        assertThat(dryRun()).hasToString("Nothing would be applied on top of V2.\n");
        assertThat(dryRun().fails()).isFalse();
    }

    /** The test of the promise: every session that was used refuses to write while it is used, and nothing is another one afterwards. */
    @Test
    void theDatabaseIsOnlyReadAndItsServerSeesToIt() throws SQLException {
        migrate();
        folder.up(3, "more", "CREATE TABLE more (id int);");
        List<String> modes = new ArrayList<>();
        String before = fingerprint();

        DryRun run = dryRun(folder.flyway().dataSource(observed(production.dataSource(), modes)));

        assertThat(run.migrations()).hasSize(1);
        assertThat(fingerprint()).isEqualTo(before);
        assertThat(modes).isNotEmpty().containsOnly("on");
    }

    @Test
    void aRoleThatMayOnlyReadIsEnough() throws SQLException {
        migrate();
        folder.up(3, "more", "CREATE TABLE more (id int);");
        execute("ALTER DATABASE %s SET default_transaction_read_only = on".formatted(production.name()));

        assertThat(dryRun().migrations()).hasSize(1);
    }

    @Test
    void anEmptyDatabaseGetsEverythingAndNoHistory() {
        DryRun run = dryRun();

        assertThat(run.migrations()).hasSize(2);
        assertThat(run.toString()).startsWith("2 migrations would be applied where none is applied yet:\n");
        assertThat(Schema.read(production.dataSource()).objects())
                .noneMatch(object -> object.name().toString().contains("flyway"));
    }

    @Test
    void aDatabaseWithoutHistoryIsRefusedAsFlywayWouldRefuseIt() throws SQLException {
        execute("CREATE TABLE legacy (id int)");

        assertThatThrownBy(this::dryRun)
                .isInstanceOf(MigrationsException.class)
                .hasMessage(
                        """
                        Flyway would refuse to migrate: the database holds table public.legacy, and has no table public.flyway_schema_history that says what was applied, or its role may not see it.

                        If the history is in another table or schema, configure Flyway with its table(...) or defaultSchema(...). If there is none, \
                        give it a baseline: flyway.baseline(), or baselineOnMigrate(true) with the version that the database is at.""");
    }

    @Test
    void aBaselineThatFlywayWouldSetIsWhereItBegins() throws SQLException {
        execute("CREATE TABLE orders (id bigint PRIMARY KEY, total int)");

        DryRun run = dryRun(flyway().baselineOnMigrate(true).baselineVersion("1"));

        assertThat(run.migrations())
                .extracting(DryRunMigration::migration)
                .extracting(Migration::version)
                .containsExactly("2");
        assertThat(run.drift().diff()).hasToString("");
    }

    @Test
    void whatFlywayWouldRefuseToBeginWithIsRefused() {
        migrate();
        folder.up(1, "orders", "CREATE TABLE orders (id bigint PRIMARY KEY, total int); -- edited")
                .up(3, "more", "CREATE TABLE more (id int);");

        assertThatThrownBy(this::dryRun)
                .isInstanceOf(MigrationsException.class)
                .hasMessageContaining("Migration checksum mismatch for migration version 1");
    }

    @Test
    void aMigrationThatFailsIsAFinding() {
        migrate();
        folder.up(3, "fine", "CREATE TABLE fine (id int);").up(4, "broken", "ALTER TABLE nowhere ADD a int;");

        DryRun run = dryRun();

        assertThat(run.fails()).isTrue();
        assertThat(run.migrations()).hasSize(1);
        assertThat(run.report().findings())
                .extracting(LintFinding::title)
                .containsExactly(
                        "V4__broken.sql: migration-fails: the migration fails, and those after it are not judged");
    }

    @Test
    void whatTheCopyLacksIsSaid() throws SQLException {
        migrate();
        execute("ALTER TABLE orders ADD COLUMN by_hand int");
        folder.up(3, "more", "CREATE TABLE more (id int);");

        DryRun run = dryRun();

        assertThat(run.drift().diff().changes()).hasSize(1);
        assertThat(run.toString()).contains("What this ran on is not quite the database:", "+ column by_hand");
    }

    @Test
    void aChangedRepeatableRunsAgain() {
        folder.file("R__view.sql", "CREATE OR REPLACE VIEW totals AS SELECT total FROM orders;");
        migrate();
        folder.file("R__view.sql", "CREATE OR REPLACE VIEW totals AS SELECT total, id FROM orders;");

        assertThat(dryRun().migrations())
                .extracting(DryRunMigration::migration)
                .extracting(Migration::script)
                .containsExactly("R__view.sql");
    }

    @Test
    void secretsAmongThePlaceholdersAreHidden() {
        migrate();
        folder.up(3, "note", "CREATE TABLE note (text text DEFAULT '${db_password}');")
                .up(4, "more", "ALTER TABLE nowhere ALTER COLUMN a SET DEFAULT '${db_password}';");

        DryRun run = dryRun(flyway().placeholders(Map.of("db_password", "hunter2")));

        assertThat(run.toString()).contains("DEFAULT '***'").doesNotContain("hunter2");
    }

    @Test
    void aFlywayWithoutDatabaseIsRefused() {
        Flyway flyway = folder.flyway().load();

        assertThatThrownBy(() -> DryRun.of(server, flyway, LintSettings.defaults()))
                .isInstanceOf(MigrationsException.class)
                .hasMessage(
                        "Flyway is configured without a database. Give it the one that the migrations are meant for, with dataSource(...).");
    }

    /** Everything in the database, with where each row of the history stands, which an update would change. */
    private String fingerprint() throws SQLException {
        try (Connection connection = production.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT string_agg(concat(ctid, xmin, h), '|' ORDER BY ctid) FROM flyway_schema_history h")) {
            rows.next();
            return rows.getString(1) + Schema.read(connection).objects();
        }
    }

    /** Asks each session, when a statement is made in it, whether it may write. */
    private static DataSource observed(DataSource real, List<String> modes) {
        return proxy(DataSource.class, real, (method, result) -> {
            if (!(result instanceof Connection connection)) {
                return result;
            }
            return proxy(Connection.class, connection, (called, made) -> {
                if (made instanceof Statement) {
                    modes.add(mode(connection));
                }
                return made;
            });
        });
    }

    private static String mode(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW transaction_read_only")) {
            row.next();
            return row.getString(1);
        }
    }

    private interface After {
        Object apply(Method method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, After after) {
        return type.cast(Proxy.newProxyInstance(
                DryRunTests.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    try {
                        return after.apply(method, method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
