package dev.switchback.assertions.jooq;

import static dev.switchback.assertions.SwitchbackAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jooq.Catalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Classes that jOOQ's generator wrote are those of the schema that it saw, and of no other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedServer.class)
@SuppressWarnings("NullAway.Init")
class JooqTests {

    private Server server;
    private Database original;
    private GeneratedClasses classes;
    private Catalog generated;

    @BeforeAll
    void generate(Server shared, @TempDir Path folder) throws Exception {
        server = shared;
        original = server.create();
        try (InputStream sql = Objects.requireNonNull(JooqTests.class.getResourceAsStream("jooq.sql"))) {
            execute(original, new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
        classes = GeneratedClasses.of(original, folder);
        generated = classes.catalog();
    }

    @AfterAll
    void drop() throws IOException {
        classes.close();
        original.close();
    }

    @Test
    void classesAreThoseOfTheirSchema() {
        assertThat(Schema.read(original.dataSource())).matches(generated, "public.left_out");
    }

    @Test
    void oneSchemaCanBeComparedAlone() {
        assertThat(Schema.read(original.dataSource())).matches(of("other"));
    }

    @Test
    void exceptionsThatMeanNothingOrLeaveNothingAreRefused() {
        Schema schema = Schema.read(original.dataSource());

        assertThatThrownBy(() -> assertThat(schema).matches(generated, "public.left_out", "public.left_uot"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'public.left_uot' matches no object. Did you mean public.left_out?");
        assertThatThrownBy(() -> assertThat(schema).matches(generated, "public.*", "other.*", "w", "srv"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("'public.*, other.*, w, srv' leaves nothing to compare;");
    }

    @Test
    void whatDiffersIsListed() {
        assertThatThrownBy(() -> assertThat(
                                changed(
                                        """
                                alter table ids add column note text not null default '';
                                alter table child drop column "Mixed Case";
                                alter table types alter column d3 type text;
                                alter table types alter column f9 type timestamptz;
                                alter table types alter column t1 type bigint[];
                                alter table types alter column converted drop not null;
                                alter table types alter column c3 type numeric(12, 3);
                                alter type mood add value 'glad' before 'sad';
                                alter table ids alter column id drop identity;
                                alter table ids rename constraint ids_t_u_key to ids_u_key;
                                alter table child drop constraint child_p_fkey;
                                alter table child drop constraint qfk, add constraint qfk foreign key (q) references ids (t) on delete cascade;
                                create index child_p_q_idx on child (p, q);
                                drop index child_hash;
                                drop index child_q;
                                create index child_q on child (q);
                                drop view v;
                                create table fresh (id int primary key, name varchar(20) not null);
                                create sequence s4 as int;
                                alter sequence s2 start 8 no cycle;
                                drop sequence s1;
                                alter type address add attribute town text;
                                create domain fresh_domain as text;
                                drop table other.t"""))
                        .matches(generated, "public.left_out"))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        """
                        The generated classes are not those of this schema:

                          - table other.t                            (id integer not null, x integer)
                          + column public.address.town               text
                          - column public.child.Mixed Case           text
                          - foreign key public.child.child_p_fkey    (p) references public.ids(id)
                          - index public.child_hash                  (p)
                          + index public.child_p_q_idx               (p, q)
                          ~ index public.child_q                     (q) unique   ->   (q)
                          + table public.fresh                       (id integer not null, name varchar(20) not null)
                          + domain public.fresh_domain               text
                          ~ column public.ids.id                     identity   ->   no identity
                          + column public.ids.note                   text not null
                          - unique public.ids.ids_t_u_key            (t, u)
                          + unique public.ids.ids_u_key              (t, u)
                          - column public.inh.Mixed Case             text
                          ~ enum public.mood                         ('sad', 'it''s ok')   ->   ('glad', 'sad', 'it''s ok')
                          - sequence public.s1                       as bigint
                          ~ sequence public.s2                       as smallint, start 7, increment 5, minimum 2, maximum 300, cycle   ->   as smallint, start 8, increment 5, minimum 2, maximum 300, no cycle
                          + sequence public.s4                       as integer
                          ~ column public.types.c3                   numeric(12,2)   ->   numeric(12,3)
                          ~ column public.types.converted            integer not null   ->   integer
                          ~ column public.types.d3                   varchar(80)   ->   text
                          ~ column public.types.f9                   timestamp(3) with time zone   ->   timestamp with time zone
                          ~ column public.types.t1                   integer[]   ->   bigint[]
                          - view public.v                            (id integer, u text)

                          + is in the schema only, - is in the classes only, ~ is one thing in the classes and another in the schema.

                        Generate the classes again from the migrations, or add the migration that is missing.""");
    }

    @Test
    void whatIsLeftOutIsLeftOutOnBothSides() {
        assertThat(changed("drop view v; create table fresh (id int); alter table types drop column d3"))
                .matches(generated, "public.left_out", "public.v", "public.fre*", "public.types.d3");
    }

    @Test
    void classesOfAnotherSchemaAreAllTooMuch() {
        assertThatThrownBy(
                        () -> assertThat(changed("drop schema other cascade")).matches(of("other")))
                .hasMessageContaining("  - table other.t")
                .hasMessageContaining("  - sequence other.s3");
    }

    private org.jooq.Schema of(String name) {
        return Objects.requireNonNull(generated.getSchema(name));
    }

    private Schema changed(String sql) {
        try (Database copy = server.copy(original)) {
            execute(copy, sql);
            return Schema.read(copy.dataSource());
        } catch (SQLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void execute(Database database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
