package dev.switchback.filling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.testing.SharedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedServer.class)
class GeneratedRowsIntoTests {

    private Database database;

    @BeforeEach
    void create(Server server) {
        database = server.create();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void threeRowsComeIntoEachTableAndAreCommitted() throws SQLException {
        run(
                "create table p (id serial primary key, name text not null)",
                "create table c (id serial primary key, p integer not null references p, note text)");

        GeneratedRowsReport report = GeneratedRows.into(database.dataSource());

        assertThat(report).hasToString("2 of 2 tables filled with 6 rows");
        assertThat(query("select count(*) from c join p on p.id = c.p")).isEqualTo("3");
        assertThat(query("select count(*) from c where note is null")).isEqualTo("1");
    }

    @Test
    void rowsThatAreThereStayAndAreReferredTo() throws SQLException {
        run(
                "create table country (code text primary key check (code = 'DE'))",
                "insert into country values ('DE')",
                "create table city (country text not null references country)");

        GeneratedRowsReport report = GeneratedRows.into(database.dataSource());

        assertThat(query("select string_agg(country, ' ') from city")).isEqualTo("DE DE DE");
        assertThat(report.refused()).extracting(FilledTable::table).containsExactly("public.country");
    }

    @Test
    void whatCannotBeFilledIsNamedWithTheServersReasonAndWhatToDo() throws SQLException {
        run("create table t (a integer check (a > 5 and a < 5) not null)");

        assertThat(GeneratedRows.into(database.dataSource()))
                .hasToString(
                        """
                0 of 1 tables filled with 0 rows

                  public.t: no row of 3, because new row for relation "t" violates check constraint "t_a_check", ((a > 5) AND (a < 5))

                To fill a table, say in a migration which values a column takes:

                  -- switchback: rows t.<column> >= 0

                or say it in the file of @MigrationRoundTrip(rowHints = "rows.hints"), without the words before it, or bring rows of
                your own for that table: @SeededFixtures(value = "t.yaml", at = "<version>")""");
    }

    @Test
    void aKeyOfACircleThatNoRowCanHaveIsNamedWithTheReason() throws SQLException {
        run(
                "create table a (id integer primary key)",
                "create table b (id integer primary key, a integer not null references a)",
                "alter table a add b integer constraint a_to_b references b check (b is null)");

        assertThat(GeneratedRows.into(database.dataSource()))
                .hasToString(
                        """
                2 of 2 tables filled with 6 rows

                  public.a: 3 rows; in none the foreign key a_to_b has a value, because new row for relation "a" violates check constraint "a_b_check\"""");
    }

    @Test
    void aKeyOfACircleIsSetInAnotherRowWhereTheLastOneRefuses() throws SQLException {
        run(
                "create table a (id integer primary key, open boolean)",
                "create table b (id integer primary key, a integer not null references a)",
                "alter table a add b integer references b check (b is null or open is null)");

        assertThat(GeneratedRows.into(database.dataSource())).hasToString("2 of 2 tables filled with 6 rows");
        assertThat(query("select count(b) from a")).isEqualTo("1");
    }

    @Test
    void hintsComeFromAFile(@TempDir Path folder) throws Exception {
        run("create domain word as text", "create table t (a integer not null, b word not null)");
        Path file = Files.writeString(
                folder.resolve("rows.hints"),
                "# what a trigger enforces\nt.a in (77)\n\n-- and of words\nword in ('x')\n");

        GeneratedRows.defaults().withHints(file).fill(database.dataSource());

        assertThat(query("select string_agg(distinct a || b, ' ') from t")).isEqualTo("77x");
    }

    @Test
    void aFileOfHintsSaysInWhichLineNoneIs(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("rows.hints"), "t.a in (77)\n5 > 3\n");

        assertThatThrownBy(() -> GeneratedRows.defaults().withHints(file))
                .isInstanceOf(GeneratedRowsException.class)
                .hasMessage(file
                        + ":2: \"5 > 3\" is no hint for generated rows. Write a column, table and column, or domain, and a"
                        + " condition on it: orders.total >= 0");
    }

    @Test
    void aLineOfAMigrationIsNoneOfAFileOfHints(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("rows.hints"), "-- switchback: rows t.a > 5\n");

        assertThatThrownBy(() -> GeneratedRows.defaults().withHints(file))
                .isInstanceOf(GeneratedRowsException.class)
                .hasMessage(file
                        + ":1: \"-- switchback: rows t.a > 5\" is written as in a migration. In a file of hints, leave out what"
                        + " stands before the condition, such as: orders.total >= 0");
    }

    @Test
    void aFileOfHintsThatIsNotThereIsNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> GeneratedRows.defaults().withHints(folder.resolve("none.hints")))
                .isInstanceOf(GeneratedRowsException.class)
                .hasMessageStartingWith("There is no file ")
                .hasMessageEndingWith(
                        "none.hints with hints for generated rows. Write one hint a line into it, such as: orders.total >= 0");
    }

    @Test
    void aHintThatContradictsTheSchemaIsNamedWithTheTable() throws SQLException {
        run("create table orders (total integer not null check (total > 10))");

        assertThat(GeneratedRows.defaults()
                        .withHints("orders.total < 10")
                        .fill(database.dataSource())
                        .toString())
                .startsWith(
                        """
                0 of 1 tables filled with 0 rows

                  public.orders: no row of 3, because no value was found that meets the hint "orders.total < 10" and what the schema demands
                """);
    }

    @Test
    void anotherSeedGivesOtherRows() throws SQLException {
        run("create table t (a integer not null)");
        GeneratedRows.defaults().withSeed(7).fill(database.dataSource());
        String seven = query("select string_agg(a::text, ' ') from t");
        run("truncate t");
        GeneratedRows.into(database.dataSource());

        assertThat(query("select string_agg(a::text, ' ') from t")).isNotEqualTo(seven);
    }

    @Test
    void manyRowsComeFromTheServerItself() throws SQLException {
        run(
                "create type mood as enum ('sad', 'glad')",
                "create table p (id bigint primary key, code text unique not null, n numeric(4,1) check (n > 0))",
                "create table c (a bigint references p, b bigint references p, mood mood not null, made timestamptz not null,"
                        + " tag text not null check (tag in ('x', 'y')), doc jsonb, primary key (a, b))");

        GeneratedRowsReport report =
                GeneratedRows.defaults().withRowsPerTable(3000).fill(database.dataSource());

        assertThat(report).hasToString("2 of 2 tables filled with 6000 rows");
        assertThat(query("select count(distinct tag) || ' ' || count(distinct a) from c"))
                .startsWith("2 ");
    }

    @Test
    void aTableOfFewPossibleRowsSaysSo() throws SQLException {
        run("create table t (a boolean primary key)");

        assertThat(GeneratedRows.defaults()
                        .withRowsPerTable(100)
                        .fill(database.dataSource())
                        .shortened())
                .singleElement()
                .satisfies(table -> assertThat(table.toString())
                        .startsWith("public.t: 2 rows of 100, because duplicate key value violates"));
    }

    @Test
    void aRoleWithoutRightsIsToldWhatItMayNot() throws SQLException {
        run("create table t (a integer)", "create role nobody_here");
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role nobody_here");

            assertThat(FillDialect.ofProduct("PostgreSQL")
                            .fill(connection, FillPlan.defaults())
                            .refused())
                    .singleElement()
                    .hasToString("public.t: no row of 3, because permission denied for table t");
            connection.rollback();
        } finally {
            run("drop role nobody_here");
        }
    }

    @Test
    void aHintForNothingNamesWhatIsNear() throws SQLException {
        run("create table orders (total integer not null)");

        assertThatThrownBy(() ->
                        GeneratedRows.defaults().withHints("orders.totl > 5").fill(database.dataSource()))
                .isInstanceOf(GeneratedRowsException.class)
                .hasMessage(
                        "the hint \"orders.totl > 5\" speaks of orders.totl, and no table has a column of that name, nor"
                                + " is there such a domain. Did you mean orders.total?");
    }

    @Test
    void aHintThatIsNoConditionIsRefusedInTheServersWords() throws SQLException {
        run("create table orders (total integer not null)");

        assertThatThrownBy(() ->
                        GeneratedRows.defaults().withHints("total > 'many'").fill(database.dataSource()))
                .isInstanceOf(GeneratedRowsException.class)
                .hasMessageStartingWith(
                        "The server does not understand the hint \"total > 'many'\" for public.orders: invalid"
                                + " input syntax for type integer");
    }

    @Test
    void aHintIsANameAndACondition() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeneratedRows.defaults().withHints("5 > 3"))
                .withMessage(
                        "\"5 > 3\" is no hint for generated rows. Write a column, table and column, or domain, and a"
                                + " condition on it: orders.total >= 0");
    }

    @Test
    void aTableGetsOneRowOrMore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GeneratedRows.defaults().withRowsPerTable(0))
                .withMessage("A table gets one row or more, not 0.");
    }

    private void run(String... statements) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
