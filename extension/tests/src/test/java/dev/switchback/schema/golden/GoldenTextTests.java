package dev.switchback.schema.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import dev.switchback.testing.Schemas;
import dev.switchback.testing.SharedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ExtendWith(SharedServer.class)
class GoldenTextTests {

    private static final String SHOP =
            """
            create type mood as enum ('sad', 'it''s fine');
            create function stamp() returns trigger language plpgsql as $$ begin

            -- table public.orders
            new.placed_at = now(); return new; end $$;
            create table orders (id bigint generated always as identity primary key, note text, placed_at timestamptz not null default now());
            create table customer (id serial primary key, name varchar(80) not null, mood mood default 'sad', last_order bigint references orders);
            alter table orders add customer_id int not null references customer on delete cascade;
            create index on orders (customer_id) where note is not null;
            create trigger stamped before insert on orders for each row execute function stamp();
            create view open_orders as select id, note from orders;
            create function newest() returns setof open_orders language sql as 'select * from open_orders';
            comment on table orders is 'what was
            bought';
            comment on column orders.note is 'as said';
            """;

    private final Server server;

    GoldenTextTests(Server server) {
        this.server = server;
    }

    @Test
    void aTextIsSqlObjectByObject() throws SQLException {
        assertThat(textAfter(SHOP))
                .isEqualTo(
                        """
                        -- switchback schema, format 1
                        -- Made by a test, which can rewrite it: -Dswitchback.golden=update

                        -- settings
                        SET check_function_bodies = false;

                        -- schema public
                        CREATE SCHEMA IF NOT EXISTS public;
                        REVOKE ALL ON SCHEMA public FROM PUBLIC;
                        GRANT USAGE ON SCHEMA public TO PUBLIC;

                        -- enum public.mood
                        CREATE TYPE public.mood AS ENUM (
                            'sad',
                            'it''s fine'
                        );

                        -- function public.stamp()
                        CREATE OR REPLACE FUNCTION public.stamp()
                         RETURNS trigger
                         LANGUAGE plpgsql
                        AS $function$ begin

                        -- table public.orders
                        new.placed_at = now(); return new; end $function$;

                        -- table public.customer
                        CREATE TABLE public.customer (
                            id serial,
                            name varchar(80) NOT NULL,
                            mood public.mood DEFAULT 'sad'::public.mood,
                            last_order bigint,
                            CONSTRAINT customer_pkey PRIMARY KEY (id)
                        );

                        -- table public.orders
                        CREATE TABLE public.orders (
                            id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
                            note text,
                            placed_at timestamp with time zone DEFAULT now() NOT NULL,
                            customer_id integer NOT NULL,
                            CONSTRAINT orders_pkey PRIMARY KEY (id)
                        );
                        COMMENT ON TABLE public.orders IS 'what was
                        bought';
                        COMMENT ON COLUMN public.orders.note IS 'as said';
                        CREATE INDEX orders_customer_id_idx ON public.orders USING btree (customer_id) WHERE (note IS NOT NULL);
                        CREATE TRIGGER stamped BEFORE INSERT ON public.orders FOR EACH ROW EXECUTE FUNCTION public.stamp();

                        -- foreign keys of table public.customer
                        ALTER TABLE public.customer ADD CONSTRAINT customer_last_order_fkey FOREIGN KEY (last_order) REFERENCES public.orders(id);

                        -- foreign keys of table public.orders
                        ALTER TABLE public.orders ADD CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES public.customer(id) ON DELETE CASCADE;

                        -- view public.open_orders
                        CREATE VIEW public.open_orders AS
                        SELECT id,
                            note
                           FROM public.orders;

                        -- function public.newest()
                        CREATE OR REPLACE FUNCTION public.newest()
                         RETURNS SETOF public.open_orders
                         LANGUAGE sql
                        AS $function$select * from open_orders$function$;
                        """);
    }

    @Test
    void anotherOrderOfStatementsGivesTheSameText() throws SQLException {
        String text = textAfter(
                """
                create table a (id int primary key);
                create table b (id int primary key, a int);
                alter table b add constraint b_a_fkey foreign key (a) references a;
                create index b_a on b (a);
                create view v as select id from a;
                create view u as select id from v;
                create function f(int) returns int language sql as 'select 1';
                grant select, insert on a to public;
                comment on table a is 'first';
                """);

        assertThat(
                        textAfter(
                                """
                        create function f(int) returns int language sql as 'select 1';
                        create table b (id int, a int);
                        create index b_a on b (a);
                        create table a (x text, id int);
                        comment on table a is 'first';
                        grant insert on a to public;
                        alter table a drop column x;
                        alter table a add primary key (id);
                        alter table b add primary key (id);
                        alter table b add foreign key (a) references a;
                        create view v as select id from a;
                        grant select on a to public;
                        create view u as select id from v;
                        """))
                .isEqualTo(text);
    }

    @Test
    void anotherOrderOfColumnsIsAnotherText() throws SQLException {
        assertThat(textAfter("create table a (x int, y int)")).isNotEqualTo(textAfter("create table a (y int, x int)"));
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    @ResourceLock(Resources.TIME_ZONE)
    void localeAndTimeZoneOfTheJvmAreNoMatter() throws SQLException {
        String sql = SHOP
                + "create table i (\"I\" int default 1234567, at timestamptz default '2026-01-01 12:00Z', t int check (t > 1000))";
        String text = textAfter(sql);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Chatham"));

            assertThat(textAfter(sql)).isEqualTo(text);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void whatADatabaseHasFromTheStartIsTakenAway() throws SQLException {
        String text = textAfter("create schema shop; drop schema public; drop extension plpgsql");

        assertThat(text).contains("DROP SCHEMA IF EXISTS public;\n", "DROP EXTENSION IF EXISTS plpgsql;\n");
        assertThat(loaded(text)).isEqualTo(text);
    }

    @Test
    void namesMayHoldAnyCharacter() throws SQLException {
        String text = textAfter(
                "create table \"a\n\n-- table b\" (\"x'y\" int, \"$$\" int); comment on table \"a\n\n-- table b\" is 'c\n\n-- table d'");

        assertThat(loaded(text)).isEqualTo(text);
        assertThat(GoldenSchema.parse("it", text)
                        .compare(schemaAfter("create table c ()"))
                        .changes())
                .isEqualTo("+ table public.c\n- table public.a\\n\\n-- table b");
    }

    @Test
    void linesEndAlikeWhereverAFunctionWasWritten() throws SQLException {
        assertThat(textAfter("create function f() returns int language sql as 'select\r\n1'"))
                .isEqualTo(textAfter("create function f() returns int language sql as 'select\n1'"));
    }

    private String loaded(String text) throws SQLException {
        try (Database database = server.create();
                Connection connection = database.dataSource().getConnection()) {
            GoldenSchema.parse("the text", text).load(connection);
            return GoldenSchema.textOf(Schema.read(connection));
        }
    }

    private String textAfter(String sql) throws SQLException {
        return GoldenSchema.textOf(schemaAfter(sql));
    }

    private Schema schemaAfter(String sql) throws SQLException {
        return Schemas.after(server, sql);
    }
}
