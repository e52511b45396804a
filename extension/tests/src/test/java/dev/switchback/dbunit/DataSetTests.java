package dev.switchback.dbunit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.fixture.FixtureException;
import dev.switchback.fixture.Fixtures;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.testing.SharedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dbunit.dataset.DefaultDataSet;
import org.dbunit.dataset.IDataSet;
import org.dbunit.dataset.ITable;
import org.dbunit.dataset.xml.FlatXmlDataSetBuilder;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Data sets that people have already, into types that DbUnit cannot write. */
@ExtendWith(SharedServer.class)
class DataSetTests {

    private static final String FOLDER = "dev/switchback/dbunit/";

    private final Database database;
    private final DSLContext sql;

    DataSetTests(Server server) {
        this.database = server.create();
        this.sql = DSL.using(database.dataSource(), SQLDialect.POSTGRES);
    }

    @BeforeEach
    void create() {
        sql.execute(
                """
                create type state as enum ('open', 'paid');
                create table customer (id bigint primary key, name text not null, email text, joined timestamp, credit numeric);
                create table orders (id bigint primary key, customer_id bigint references customer, state state, tags text[],
                    grid int[][], period int4range, receipt bytea, placed_at timestamptz);
                create table order_note (id bigint primary key, twice bigint generated always as (id * 2) stored);
                insert into order_note values (7)""");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> rows(String query) {
        return sql.fetch("select found::text from (" + query + ") found").getValues(0, String.class);
    }

    @Nested
    class OfFiles {

        @Test
        void flatXmlIsLoadedIntoTypesThatDbUnitCannotWrite() {
            Fixtures.load(FOLDER + "shop.xml").into(database.dataSource());

            assertThat(rows("select customer_id, state, tags, grid, period, receipt from orders order by 1"))
                    .containsExactly("(1,open,\"{a,b}\",,,\"\\\\xdeadbeef\")", "(2,,,\"{{1,2},{3,4}}\",\"[1,5)\",)");
        }

        @Test
        void aColumnThatTheFirstRowDoesNotHaveIsKept() {
            Fixtures.load(FOLDER + "shop.xml").into(database.dataSource());

            assertThat(rows("select id, name, email from customer order by id"))
                    .containsExactly("(1,Alice,)", "(2,Bob,bob@example.org)");
        }

        @Test
        void aTableWithoutRowsIsEmptied() {
            Fixtures.load(FOLDER + "shop.xml").into(database.dataSource());

            assertThat(sql.fetchCount(DSL.table("order_note"))).isZero();
        }

        @Test
        void nestedXmlIsToldFromFlatByItsShape() {
            Fixtures.load(FOLDER + "nested.xml").into(database.dataSource());

            assertThat(rows("select id, name, email from customer order by id"))
                    .containsExactly("(1,Alice,)", "(2,Bob,bob@example.org)");
            assertThat(sql.fetchCount(DSL.table("order_note"))).isZero();
        }

        @Test
        void namesThatAreInCapitalsInTheDatabaseAreTakenBeforeThoseInSmallLetters() {
            sql.execute(
                    """
                    create schema "CORE";
                    create table "CORE"."USER" ("ID" int primary key, "USERNAME" text, "END" text, note text)""");

            Fixtures.load(FOLDER + "capitals.xml").into(database.dataSource());

            assertThat(rows("select * from \"CORE\".\"USER\" order by 1"))
                    .containsExactly("(10,john,x,)", "(11,josh,,small)");
            assertThat(rows("select id, name from customer")).containsExactly("(1,Alice)");
            assertThat(database.dataSource())
                    .satisfies(source -> dev.switchback.assertions.SwitchbackAssertions.assertThat(source)
                            .containsOnly(Fixtures.load(FOLDER + "capitals.xml")));
        }

        @ParameterizedTest
        @ValueSource(strings = {"[BASE64]3q2+7w==", "[TEXT]abc", "[FILE]x.png", "[URL]file:x.png", "3q2+7w=="})
        void bytesInTheFormsOfDbUnitAreRefused(String written) throws Exception {
            IDataSet dataSet = new FlatXmlDataSetBuilder()
                    .build(new java.io.StringReader("<dataset><orders id='1' receipt='" + written + "'/></dataset>"));

            assertThatThrownBy(() -> DbUnitFixtures.from(dataSet).into(database.dataSource()))
                    .hasMessageContaining("\"%s\" is no bytea, which is written as \\xDEADBEEF or as base64:3q2+7w=="
                            .formatted(written));
        }

        @ParameterizedTest
        @ValueSource(strings = {"shop.xlsx", "shop.xls"})
        void aSheetIsATable(String workbook) {
            Fixtures.load(FOLDER + workbook).into(database.dataSource());

            assertThat(rows("select id, name, joined, credit from customer order by id"))
                    .containsExactly("(1,Alice,\"2026-01-02 03:04:00\",12.5)", "(2,Bob,,30)");
        }
    }

    @Nested
    class BadFiles {

        @ParameterizedTest
        @ValueSource(strings = {"external-entity.xml", "billion-laughs.xml"})
        void entitiesAreRefusedBeforeAnyIsOpened(String file) {
            assertMessage(
                    file,
                    file.startsWith("ext")
                            ? "external-entity.xml:2: the entity secret is declared here, and fixtures have none: they are data, which cannot make a reader open other files or grow without end. Write the value where it is used."
                            : "billion-laughs.xml:1: the entity a is declared here, and fixtures have none: they are data, which cannot make a reader open other files or grow without end. Write the value where it is used.");
        }

        @Test
        void whatIsNotWellFormedIsToldWithItsPlace() {
            assertMessage(
                    "unclosed.xml",
                    "unclosed.xml:4:3: this is no well-formed XML: The element type \"customer\" must be terminated by the matching end-tag \"</customer>\".");
        }

        @Test
        void otherXmlIsNoDataSet() {
            assertMessage(
                    "other.xml",
                    "other.xml:1: a data set of DbUnit begins with <dataset>, and not with <databaseChangeLog>");
        }

        @Test
        void aValueThatTheServerRefusesIsToldWithItsLine() {
            assertThatThrownBy(() -> Fixtures.load(FOLDER + "bad-value.xml").into(database.dataSource()))
                    .isInstanceOf(FixtureException.class)
                    .hasMessageStartingWith(FOLDER + "bad-value.xml:3: ")
                    .hasMessageContaining("two");
        }

        private void assertMessage(String file, String message) {
            assertThatThrownBy(() -> Fixtures.load(FOLDER + file))
                    .isInstanceOf(FixtureException.class)
                    .hasMessage(FOLDER + message);
        }
    }

    @Nested
    class DataSets {

        @Test
        void aDataSetIsLoaded() throws Exception {
            IDataSet dataSet = new FlatXmlDataSetBuilder()
                    .setColumnSensing(true)
                    .build(new java.io.StringReader("<dataset><customer id='1' name='$100'/></dataset>"));

            DbUnitFixtures.from(dataSet).into(database.dataSource());

            assertThat(rows("select id, name from customer")).containsExactly("(1,$100)");
        }

        @Test
        void whatADatabaseHoldsComesBackFromItsFlatXml(@TempDir Path folder) throws Exception {
            Fixtures.load(FOLDER + "shop.xml").into(database.dataSource());
            List<String> before =
                    rows("select c, o from customer c join orders o on c.id = o.customer_id order by c.id");
            assertThat(before).hasSize(2);
            Path file = folder.resolve("stored.xml");

            DbUnitFixtures.writeFlatXml(DbUnitFixtures.toDataSet(database.dataSource(), "customer", "orders"), file);
            IDataSet stored = new FlatXmlDataSetBuilder().setColumnSensing(true).build(file.toFile());
            sql.execute("truncate orders, customer");
            DbUnitFixtures.from(stored).into(database.dataSource());

            assertThat(rows("select c, o from customer c join orders o on c.id = o.customer_id order by c.id"))
                    .isEqualTo(before);
            assertThatThrownBy(() -> DbUnitFixtures.writeFlatXml(new DefaultDataSet(), file))
                    .hasMessageContaining("FileAlreadyExistsException");
            assertThat(Files.readString(file)).startsWith("<?xml version='1.0' encoding='UTF-8'?>\n<dataset>\n");
        }

        @Test
        void columnsThatAreComputedAreNoPartOfADataSet() throws Exception {
            ITable notes = DbUnitFixtures.toDataSet(database.dataSource(), "order_note")
                    .getTable("order_note");

            assertThat(notes.getTableMetaData().getColumns())
                    .extracting(org.dbunit.dataset.Column::getColumnName)
                    .containsExactly("id");
            assertThat(notes.getValue(0, "id")).isEqualTo("7");
        }

        @Test
        void fixturesAreADataSetAsFarAsTheyArePlain() throws Exception {
            IDataSet plain = DbUnitFixtures.toDataSet(Fixtures.load(FOLDER + "nested.xml"));

            assertThat(plain.getTable("customer").getValue(1, "email")).isEqualTo("bob@example.org");
            assertThatThrownBy(() -> DbUnitFixtures.toDataSet(Fixtures.load(FOLDER + "shop.xml")))
                    .hasMessage(
                            FOLDER
                                    + "shop.xml:6: the value of @now is known when it is in a database: seed these fixtures there, then read the tables with toDataSet(dataSource, tables)");
        }
    }
}
