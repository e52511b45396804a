package dev.switchback.schema.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import dev.switchback.testing.SharedServer;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule on a real schema: the table of cases is the specification. */
@ExtendWith(SharedServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class BackwardCompatibilityTests {

    private Database database;
    private Connection connection;

    static Stream<CompatibilityCase> cases() throws IOException {
        return CompatibilityCase.all();
    }

    @BeforeAll
    void open(Server server) throws SQLException {
        database = server.create();
        connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterAll
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    /** Of what is new or gone, on its own, the judges say what is stated. */
    @ParameterizedTest
    @EnumSource
    void everyKindIsJudgedAsStated(ObjectKind kind) {
        Schema with = Schema.of(
                "PostgreSQL",
                "",
                List.of(SchemaObject.of(
                        PARTS.contains(kind)
                                ? new ObjectName(kind, "public", "t", "x")
                                : ObjectName.of(kind, "public", "x"),
                        "",
                        Map.of())),
                List.of());
        List<Breach> gone = BackwardCompatibility.breaches(SchemaDiff.between(with, Schema.none()));
        List<Breach> come = BackwardCompatibility.breaches(SchemaDiff.between(Schema.none(), with));

        assertThat(gone.isEmpty()).isEqualTo(Stance.of(kind).removed() != Stance.JUDGED || MILD.contains(kind));
        assertThat(come.isEmpty()).isEqualTo(Stance.of(kind).added() != Stance.JUDGED || MILD_AS_NEW.contains(kind));
    }

    private static final Set<ObjectKind> PARTS = EnumSet.of(
            ObjectKind.COLUMN,
            ObjectKind.PRIMARY_KEY,
            ObjectKind.UNIQUE,
            ObjectKind.FOREIGN_KEY,
            ObjectKind.CHECK,
            ObjectKind.EXCLUSION,
            ObjectKind.RULE,
            ObjectKind.TRIGGER,
            ObjectKind.POLICY,
            ObjectKind.USER_MAPPING,
            ObjectKind.INDEX);

    /** Judged, but harmless as long as nothing more is known of them than the name. */
    private static final Set<ObjectKind> MILD = EnumSet.of(ObjectKind.INDEX, ObjectKind.POLICY, ObjectKind.FOREIGN_KEY);

    private static final Set<ObjectKind> MILD_AS_NEW =
            EnumSet.of(ObjectKind.INDEX, ObjectKind.POLICY, ObjectKind.COLUMN);

    @Test
    void whatCannotBeJudgedIsNamed() throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(
                    "create table t (id int default 1); create function f() returns int language sql as 'select 1'");
            Schema before = Schema.read(connection);
            sql.execute("create or replace function f() returns int language sql as 'select 2';"
                    + " alter table t alter id set default 2; comment on table t is 'x'; create index on t (id)");

            assertThat(BackwardCompatibility.notJudged(SchemaDiff.between(before, Schema.read(connection))))
                    .extracting(change -> change.name().toString())
                    .containsExactlyInAnyOrder("column public.t.id", "function public.f()");
        } finally {
            connection.rollback();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create table t (a int) | create publication p for table t",
                "create table t (a int primary key) | alter table t replica identity nothing",
                "create table p (a int) partition by range (a); create table q (a int) | alter table p attach partition q for values from (0) to (1)",
                "create table p (a int); create table q (a int) | alter table q inherit p",
                "create table t (a int) | drop table t; create table t (a int) partition by range (a)",
                "create view v as select 1 as a | create or replace view v as select 2 as a",
                "create table t (a int) | alter table t rename to u; create view t as select a + 0 as a from u",
                "create table t (a int) | alter table t add b int generated always as (1 / a) stored",
                "create table t (a int) | create index on t ((1 / a))",
                "create table t (a int primary key) | create table u (a int references t)",
                "create table t (a int generated always as identity) | alter table t alter a set maxvalue 5"
            })
    void whatMayRefuseOrHideARowIsNamed(String before, String migration) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(before);
            Schema old = Schema.read(connection);
            sql.execute(migration);

            assertThat(BackwardCompatibility.notJudged(SchemaDiff.between(old, Schema.read(connection))))
                    .isNotEmpty();
        } finally {
            connection.rollback();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void breaksExactlyThis(CompatibilityCase migration) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(migration.before());
            Schema before = Schema.read(connection);
            sql.execute(migration.migration());

            SchemaDiff diff = SchemaDiff.between(before, Schema.read(connection));
            List<Breach> breaches = BackwardCompatibility.breaches(diff);
            assertThat(breaches).extracting(Breach::reason).containsExactlyElementsOf(migration.breaches());
            assertThat(breaches)
                    .extracting(Breach::change)
                    .as("what breaks is stated as judged")
                    .allMatch(change -> Stance.of(change) == Stance.JUDGED);
        } finally {
            connection.rollback();
        }
    }
}
