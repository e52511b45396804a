package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class SchemaRewriteTests {

    /** Objects that hold passwords, which cannot be written. */
    private static final String[] UNWRITABLE = {"far.clerk", "srv.pg_monitor", "post"};

    private static final Pattern ROLE = Pattern.compile("create role \\w+;");

    private final Server server;
    private final List<AutoCloseable> open = new ArrayList<>();

    SchemaRewriteTests(Server server) {
        this.server = server;
    }

    @AfterEach
    void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
    }

    static Stream<String> schemas() throws IOException {
        try (InputStream everything =
                Objects.requireNonNull(SchemaRewriteTests.class.getResourceAsStream("everything.sql"))) {
            String sql = new String(everything.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.concat(Stream.of(sql), DdlGroup.all().stream().map(DdlGroup::setup));
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("schemas")
    void aWholeSchemaIsMadeInAnEmptyDatabase(String sql) throws SQLException {
        Schema target = schemaOf(sql).without(UNWRITABLE);
        Connection connection = connection();
        execute(connection, roles(sql));

        SchemaRewrite.Result result = towards(target, connection);

        assertThat(result.left()).hasToString("");
        assertThat(Schema.read(connection)).isEqualTo(target);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("schemas")
    void aWholeSchemaIsTakenOutOfADatabase(String sql) throws SQLException {
        Connection connection = connection();
        Schema empty = Schema.read(connection);
        execute(connection, sql);

        assertThat(towards(empty, connection).left()).hasToString("");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create function f(x int) returns int language sql immutable as 'select x'; create view v as select f(1) as y"
                        + "| create function f(x int) returns bigint language sql immutable as 'select x::bigint'; create view v as select f(1) as y",
                "create function f(x int) returns int language sql immutable as 'select x'; create table t (a int check (f(a) > 0), b int default f(1));"
                        + " create index i on t (f(a))"
                        + "| create function f(y int) returns int language sql immutable as 'select y'; create table t (a int check (f(a) > 0), b int default f(1));"
                        + " create index i on t (f(a))",
                "create view v as select 1 as a; create function f() returns setof v language sql as 'select 1'"
                        + "| create view v as select 1 as b; create function f() returns setof v language sql as 'select 1'",
                "create view v as select 1 as a; create function f() returns setof v language sql as 'select 1'"
                        + "| create view v as select 1 as b; create function f(k int) returns setof v language sql as 'select 1'",
                "create table p (id int primary key) partition by range (id); create table p1 partition of p for values from (0) to (1);"
                        + " create table t (id int references p)"
                        + "| create table p (id int primary key) partition by range (id); create table t (id int references p)"
            })
    void whatStandsInTheWayMakesRoom(String before, String after) throws SQLException {
        Schema target = schemaOf(after);
        Connection connection = connection();
        execute(connection, before);

        assertThat(towards(target, connection).left()).hasToString("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table t disable trigger all; alter table t add unique (b) deferrable",
                "alter table t disable trigger all; alter table t add foreign key (b) references k",
                "alter table k disable trigger all; create table u (a int references k)",
                "alter table t disable trigger all; alter table k disable trigger all; create table u (a int references k deferrable)"
            })
    void keysAreEnabledBesideOthersThatAreNot(String statements) throws SQLException {
        Schema target = schemaOf(
                "create table k (a int primary key); create table t (a int references k, b int);" + statements);

        assertThat(towards(target, connection()).left()).hasToString("");
    }

    @Test
    void aTableIsOneStatement() throws SQLException {
        Connection connection = connection();
        Schema target = schemaOf(
                """
                create table kind (id serial primary key, name text not null unique);
                create table item (
                  id bigint generated always as identity primary key,
                  kind int references kind on delete cascade,
                  price numeric(8, 2) default 1 check (price > 0),
                  "Order" text collate "C");
                """);

        assertThat(towards(target, connection).statements())
                .containsExactly(
                        """
                        CREATE TABLE public.kind (
                            id serial,
                            name text NOT NULL,
                            CONSTRAINT kind_pkey PRIMARY KEY (id),
                            CONSTRAINT kind_name_key UNIQUE (name)
                        )""",
                        """
                        CREATE TABLE public.item (
                            id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
                            kind integer,
                            price numeric(8,2) DEFAULT 1,
                            "Order" text COLLATE pg_catalog."C",
                            CONSTRAINT item_pkey PRIMARY KEY (id),
                            CONSTRAINT item_price_check CHECK ((price > (0)::numeric)),
                            CONSTRAINT item_kind_fkey FOREIGN KEY (kind) REFERENCES public.kind(id) ON DELETE CASCADE
                        )""");
    }

    @Test
    void aTableGoesWithAllThatBelongsToIt() throws SQLException {
        assertThat(back(
                        "",
                        "create table item (id serial primary key, name text); create index on item (name);"
                                + " create view items as select name from item"))
                .containsExactly("DROP VIEW public.items", "DROP TABLE public.item");
    }

    @Test
    void aColumnTakesAlongWhatStandsOnIt() throws SQLException {
        assertThat(back(
                        "create table item (id int)",
                        "alter table item add price numeric check (price > 0); create index on item (price)"))
                .containsExactly("ALTER TABLE public.item DROP COLUMN price");
    }

    @Test
    void tablesThatReferToEachOtherCanBeDropped() throws SQLException {
        assertThat(back(
                        "",
                        "create table egg (id int primary key); create table hen (id int primary key, egg int references egg);"
                                + " alter table egg add hen int references hen"))
                .containsExactly("DROP TABLE public.egg, public.hen");
    }

    @Test
    void theTypeOfAColumnUnderViewsIsChanged() throws SQLException {
        assertThat(back(
                        "create table item (id int, name varchar(10)); create view names as select name from item;"
                                + " create view upper_names as select upper(name) as name from names;"
                                + " comment on view names is 'all'",
                        "drop view upper_names, names; alter table item alter name type text;"
                                + " create view names as select name from item;"
                                + " create view upper_names as select upper(name) as name from names;"
                                + " comment on view names is 'all'"))
                .contains("ALTER TABLE public.item ALTER COLUMN name TYPE varchar(10)")
                .startsWith("DROP VIEW public.upper_names", "DROP VIEW public.names")
                .endsWith("COMMENT ON VIEW public.names IS 'all'");
    }

    @Test
    void aTypeThatNothingCastsToIsUsedExplicitly() throws SQLException {
        assertThat(back(
                        "create table item (code int default 7)",
                        "alter table item alter code drop default, alter code type text"))
                .containsExactly("ALTER TABLE public.item ALTER COLUMN code TYPE integer USING code::integer,"
                        + " ALTER COLUMN code SET DEFAULT 7");
    }

    @Test
    void aValueThatIsTooLongIsNotCutOff() throws SQLException {
        Connection connection = connection();
        execute(connection, "create table item (name varchar(3))");
        Schema before = Schema.read(connection);
        execute(connection, "alter table item alter name type text; insert into item values ('long')");

        SchemaRewrite.Result result = towards(before, connection);

        assertThat(result.statements()).isEmpty();
        assertThat(result.left().changes()).hasSize(1);
    }

    @Test
    void aValueOfAnEnumIsTakenOutByMakingTheTypeAnew() throws SQLException {
        assertThat(back(
                        "create type mood as enum ('sad', 'ok'); create table item (mood mood default 'ok')",
                        "alter type mood add value 'glad'"))
                .containsExactly(
                        "ALTER TYPE public.mood RENAME TO mood_old",
                        "CREATE TYPE public.mood AS ENUM ('sad', 'ok')",
                        "ALTER TABLE public.item ALTER COLUMN mood DROP DEFAULT,"
                                + " ALTER COLUMN mood TYPE public.mood USING mood::text::public.mood,"
                                + " ALTER COLUMN mood SET DEFAULT 'ok'::public.mood",
                        "DROP TYPE public.mood_old");
    }

    @Test
    void aConstraintThatOnlyHasAnotherNameIsRenamed() throws SQLException {
        assertThat(back(
                        "create table item (price int constraint positive check (price > 0))",
                        "alter table item drop constraint positive, add check (price > 0)"))
                .containsExactly("ALTER TABLE public.item RENAME CONSTRAINT item_price_check TO positive");
    }

    @Test
    void aListOfVarcharsIsReadAsItWas() throws SQLException {
        assertThat(back(
                        "create table item (code varchar(5) check (code in ('a', 'b')))",
                        "alter table item drop constraint item_code_check"))
                .containsExactly("ALTER TABLE public.item ADD CONSTRAINT item_code_check"
                        + " CHECK ((code = ANY (ARRAY['a'::character varying, 'b'::character varying])))");
    }

    @Test
    void aFunctionWithAnotherResultIsMadeAnew() throws SQLException {
        assertThat(back(
                        "create function one() returns int language sql as 'select 1'",
                        "drop function one(); create function one() returns bigint language sql as 'select 1::bigint'"))
                .first()
                .isEqualTo("DROP FUNCTION public.one()");
    }

    private List<String> back(String setup, String statement) throws SQLException {
        Connection connection = connection();
        execute(connection, setup);
        Schema before = Schema.read(connection);
        execute(connection, statement);
        SchemaRewrite.Result result = towards(before, connection);
        assertThat(result.left()).hasToString("");
        return result.statements();
    }

    private static SchemaRewrite.Result towards(Schema target, Connection connection) throws SQLException {
        return SchemaRewrite.run(
                connection, Schema.read(connection), target, change -> true, () -> Schema.read(connection));
    }

    private Schema schemaOf(String sql) throws SQLException {
        Connection connection = connection();
        execute(connection, sql);
        Schema schema = Schema.read(connection);
        connection.rollback();
        return schema;
    }

    private static String roles(String sql) {
        return ROLE.matcher(sql).results().map(MatchResult::group).reduce("", String::concat);
    }

    private Connection connection() throws SQLException {
        Database database = server.create();
        open.add(database);
        Connection connection = database.dataSource().getConnection();
        open.add(connection);
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
