package dev.switchback.schema.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Server;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.testing.Schemas;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class GoldenLoadingTests {

    private final Server server;

    GoldenLoadingTests(Server server) {
        this.server = server;
    }

    @Test
    void aTextGivesAnEqualSchema() throws SQLException, IOException {
        Schema schema = Schemas.after(server, resource("/dev/switchback/schema/everything.sql"));

        Schema loaded = Schemas.after(server, GoldenSchema.of(schema)::load);

        // options of user mappings hold passwords, which nobody reads
        assertThat(SchemaDiff.between(schema, loaded)).hasToString("foreign server srv\n  - user mapping pg_monitor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table a (id int); create table b (c text) inherits (a); alter table a add d int check (d > 0)",
                "create table a (x int not null, y int); create table b (y int, x int not null, z int) inherits (a);"
                        + " alter table a add w text default 'w'; alter table b add own int generated always as identity",
                "create table p (a int, b text check (b <> '')) partition by range (a); create table q (b text, a int,"
                        + " constraint p_b_check check (b <> '')); alter table p attach partition q for values from (0) to (1)",
                "create table t (a int); alter table t add constraint one unique (a); alter table t add constraint two unique (a)",
                "create table p (id int, d int) partition by range (d); create table p1 partition of p for values from (0) to (10);"
                        + " create index px on p (id); alter index p1_id_idx rename to own_name; alter index own_name set (fillfactor = 60)",
                "create table p (id int primary key) partition by range (id); create table p1 partition of p for values from (0) to (10);"
                        + " alter index p1_pkey rename to own_pkey; comment on index own_pkey is 'x'",
                "create table t (a int); create rule r as on insert to t do also (delete from t; update t set a = 1)",
                "create type n; create function n_in(cstring) returns n language internal immutable strict as 'int4in';"
                        + " create function n_out(n) returns cstring language internal immutable strict as 'int4out';"
                        + " create type n (input = n_in, output = n_out, like = int4); create cast (int as n) without function;"
                        + " create table t (a n)",
                "create unlogged table t (a serial); create table u (a serial); comment on sequence u_a_seq is 'x'",
                "create access method heap2 type table handler heap_tableam_handler;"
                        + " create table p (a text) partition by list (a) using heap2;"
                        + " create table c partition of p for values in ('c') using heap; create table d partition of p for values in ('d')",
                "create table p (id int, d int, unique (id, d)) partition by range (d);"
                        + " create table p1 partition of p (primary key (id, d)) for values from (0) to (10)",
                "create table p (id int, d int, unique (id, d)) partition by range (d); create table p1 (id int, d int, primary key (id, d));"
                        + " alter table p attach partition p1 for values from (0) to (10)",
                "create table p (id int, d int) partition by range (d); create index px on p (id);"
                        + " create table p1 partition of p for values from (0) to (10); create index own on p1 (id)",
                "create view v as select 1 as x from generate_series(1, 2) g where g between 1 and 2 and g > 0"
            })
    void soDoesATextOfWhatHasAnOrderOrNamesOfItsOwn(String sql) throws SQLException {
        Schema schema = Schemas.after(server, sql);

        Schema loaded = Schemas.after(server, GoldenSchema.of(schema)::load);

        assertThat(SchemaDiff.between(schema, loaded)).hasToString("");
        assertThat(loaded).isEqualTo(schema);
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(GoldenLoadingTests.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
