package dev.switchback.migration.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.MigrationFindings;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationsException;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.ObjectKind;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** Objects that a database has and its migrations did not make. */
@ExtendWith(SharedServer.class)
@SuppressWarnings("NullAway.Init")
class DriftTests {

    private Folder folder;
    private Database production;
    private Database empty;

    @BeforeEach
    void create(Server server, @TempDir Path path) {
        production = server.create();
        empty = server.create();
        folder = new Folder(path)
                .up(1, "customer", "CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL);")
                .up(
                        2,
                        "mail",
                        "ALTER TABLE customer ADD COLUMN mail text;\nCREATE INDEX customer_mail_idx ON customer (mail);")
                .up(3, "city", "ALTER TABLE customer ADD COLUMN city text;")
                .up(4, "orders", "CREATE TABLE orders (id bigint PRIMARY KEY);")
                .file("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT name FROM customer;");
    }

    @AfterEach
    void drop() {
        production.close();
        empty.close();
    }

    @Test
    void aDatabaseThatIsBehindHasNotDrifted() {
        migrate("3");

        Drift drift = drift();

        assertThat(drift.isEmpty()).isTrue();
        assertThat(drift.version()).isEqualTo("3");
        assertThat(drift.pending()).extracting(Migration::version).containsExactly("4");
        assertThat(drift)
                .hasToString(
                        """
                        The database is what its migrations make, up to V3.

                          Not applied there yet, and not run here: V4__orders.""");
        MigrationFindings.failOn(drift);
    }

    @Test
    void whatNoMigrationMadeIsListed() throws SQLException {
        migrate("3");
        execute(
                production,
                """
                CREATE INDEX hotfix_idx ON customer (lower(name));
                DROP INDEX customer_mail_idx;
                ALTER TABLE customer ALTER COLUMN mail SET NOT NULL;
                CREATE TABLE backup_of_customer AS TABLE customer""");

        Drift drift = drift();

        assertThat(drift.without("public.backup_*").diff().changes()).hasSize(3);
        assertThat(drift.without("public.bakup_*").remarks())
                .containsExactly("'public.bakup_*' matches no object. Did you mean public.backup_*?");
        assertThatThrownBy(() -> drift.without("public.*"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'public.*' leaves nothing to compare; name only what is not to be compared, such as public.audit_*.");
        assertThat(drift.only(change -> change.name().kind() == ObjectKind.INDEX)
                        .diff()
                        .changes())
                .hasSize(2);
        assertThatThrownBy(() -> MigrationFindings.failOn(drift))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessage(
                        """
                        The database is not what its migrations make, up to V3:

                          + table public.backup_of_customer    (id bigint, name text, mail text, city text)
                          table public.customer
                            ~ column mail                text   ->   text not null
                            - index customer_mail_idx    CREATE INDEX customer_mail_idx ON public.customer USING btree (mail)
                            + index hotfix_idx           CREATE INDEX hotfix_idx ON public.customer USING btree (lower(name))

                          + is there and no migration made it, - was made by a migration and is gone, ~ is another one there.

                          Not applied there yet, and not run here: V4__orders.""");
    }

    /** A database that refuses to be written to is compared all the same. */
    @Test
    void nothingIsWrittenToTheDatabase() throws SQLException {
        migrate("latest");
        execute(production, "ALTER DATABASE %s SET default_transaction_read_only = on".formatted(production.name()));

        assertThat(drift().isEmpty()).isTrue();
    }

    @Test
    void whatTheHistorySaysIsSaid() throws SQLException {
        migrate("latest");
        execute(
                production,
                """
                INSERT INTO flyway_schema_history
                SELECT 90, '3.5', 'gone', 'SQL', 'V3.5__gone.sql', 1, 'x', now(), 1, true;
                INSERT INTO flyway_schema_history
                SELECT 91, '9', 'half', 'SQL', 'V9__half.sql', 1, 'x', now(), 1, false""");
        folder.up(1, "customer", "CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL); -- edited")
                .file("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT name, id FROM customer;");

        assertThat(drift())
                .hasToString(
                        """
                        The database is what its migrations make, up to V4.

                          V1__customer.sql was edited after it had run there: Flyway's checksum is another one.

                          V3.5__gone.sql has run there, but is not among the migrations.

                          V9__half.sql failed there, and what it had done by then may be there.

                          Changed since it ran there: R__names.sql. So it is not known what it made there, and not compared: public.names.""");
    }

    @Test
    void aGapInTheHistoryIsAGap() {
        migrate("3");
        folder.file("V2.5__late.sql", "CREATE TABLE late (id int);");

        Drift drift = drift();

        assertThat(drift.diff()).hasToString("");
        assertThat(drift.pending()).extracting(Migration::version).containsExactly("2.5", "4");
    }

    @Test
    void migrationsUpToABaselineAreTakenAsApplied() throws SQLException {
        execute(
                production,
                """
                CREATE TABLE customer (id bigint PRIMARY KEY, name text NOT NULL, mail text);
                CREATE INDEX customer_mail_idx ON customer (mail)""");
        flyway(production).baselineVersion("2").load().baseline();
        migrate("3");

        Drift drift = drift();

        assertThat(drift.diff()).hasToString("");
        assertThat(drift.remarks())
                .containsExactly("The history begins with a baseline: the migrations up to V2 were taken as applied.");
    }

    @Test
    void theDatabaseOfTheMigrationsMustBeEmptyAndAnotherOne() throws SQLException {
        migrate("3");
        execute(empty, "CREATE TABLE precious (id int); CREATE TABLE more (id int)");

        assertThatThrownBy(this::drift)
                .isInstanceOf(MigrationsException.class)
                .hasMessage(
                        """
                        The database that Flyway is configured with is not empty: it holds table public.more and 1 more.

                        The migrations that were applied elsewhere run there, and only there. In a test, @TestDatabase(target = "empty") gives an \
                        empty one.""");
        assertThatThrownBy(() -> Drift.between(
                        production.dataSource(), flyway(production).load()))
                .isInstanceOf(MigrationsException.class)
                .hasMessageStartingWith(
                        "The database is to be compared with itself: Flyway is configured with the same one.");
    }

    @Test
    void anotherOrderOfColumnsIsLeftAsideAndSaid() throws SQLException {
        migrate("1");
        execute(production, "ALTER TABLE customer ADD COLUMN city text");
        folder.file("V3__city.sql", "ALTER TABLE customer ADD COLUMN IF NOT EXISTS city text;");
        migrate("3");

        Drift drift = drift();

        assertThat(drift.isEmpty()).isTrue();
        assertThat(drift.remarks()).containsExactly("Left aside: 1 difference of column order or layout alone.");
    }

    @Test
    void aRepeatableMigrationThatCannotRunYetIsSaid() {
        migrate("latest");
        folder.file("R__names.sql", "CREATE OR REPLACE VIEW names AS SELECT nickname FROM customer;");

        Drift drift = drift();

        assertThat(drift.diff().changes()).hasSize(1);
        assertThat(drift.remarks())
                .containsExactly("Changed since it ran there: R__names.sql. It cannot run as it is now,"
                        + " so what it made there shows as a difference: ERROR: column \"nickname\" does not exist");
    }

    @Test
    void flywayNeedsADatabaseOfItsOwn() {
        assertThatThrownBy(() ->
                        Drift.between(production.dataSource(), folder.flyway().load()))
                .isInstanceOf(MigrationsException.class)
                .hasMessage("Flyway is configured without a database. Give it an empty one, with dataSource(...).");
    }

    @Test
    void aDatabaseWithoutAHistoryIsRefused() {
        assertThatThrownBy(this::drift)
                .isInstanceOf(MigrationsException.class)
                .hasMessageStartingWith(
                        "The database has no table public.flyway_schema_history, or its role may not see it");
    }

    private Drift drift() {
        return Drift.between(production.dataSource(), flyway(empty).load());
    }

    private FluentConfiguration flyway(Database database) {
        return folder.flyway().dataSource(database.dataSource());
    }

    private void migrate(String target) {
        flyway(production).target(target).load().migrate();
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
