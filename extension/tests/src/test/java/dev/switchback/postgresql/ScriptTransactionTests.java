package dev.switchback.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.rows.ScriptEffects;
import dev.switchback.migration.run.ScriptSessions;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.testing.SharedServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(SharedServer.class)
class ScriptTransactionTests {

    private final Database database;
    private final Connection session;
    private final Connection observer;
    private final ScriptTransaction script;

    ScriptTransactionTests(Server server) throws SQLException {
        this.database = server.create();
        this.session = database.dataSource().getConnection();
        this.observer = database.dataSource().getConnection();
        this.script = ScriptTransaction.seenFrom(observer);
    }

    @BeforeEach
    void create() throws SQLException {
        run(
                "create table customer (id int, name text); create table orders (id serial); create type mood as enum ('good')");
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
        observer.close();
        database.close();
    }

    /** Dependencies and owners are noted with nearly every change, and say nothing of the schema by themselves. */
    private static final Set<String> NOTES = Set.of("pg_depend", "pg_shdepend", "pg_authid");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insert into customer values (1) | customer | ''",
                "select * from customer | '' | ''",
                "insert into orders default values | orders orders_id_seq | ''",
                "alter table customer add email text | customer | pg_attribute pg_class",
                "alter type mood add value 'bad' | '' | pg_enum",
                "comment on table customer is 'x' | '' | pg_description",
                "alter sequence orders_id_seq restart with 7 | orders_id_seq | pg_class pg_sequence",
                "alter table customer set (fillfactor = 90) | '' | pg_class",
                "grant select on customer to public | '' | pg_class",
                "savepoint a; create schema s; rollback to a | '' | pg_namespace"
            })
    void namesRelationsAndCatalogs(String statements, String relations, String catalogs) throws SQLException {
        ScriptEffects touched = run(statements).orElseThrow();

        Set<String> written = new TreeSet<>(touched.catalogs());
        written.removeAll(NOTES);
        assertThat(names(touched.relations())).isEqualTo(words(relations));
        assertThat(written).isEqualTo(words(catalogs));
        assertThat(touched.holdsNothing()).isTrue();
    }

    @Test
    void locksThatStayAreTold() throws SQLException {
        assertThat(run("select pg_advisory_lock(7)").orElseThrow().holdsNothing())
                .isFalse();
    }

    @Test
    void preparedStatementsAreToldUntilTheyAreForgotten() throws SQLException {
        assertThat(run("prepare find as select 1").orElseThrow().holdsNothing()).isFalse();
        assertThat(run("select 1").orElseThrow().holdsNothing()).isTrue();
    }

    @Test
    void plansOfFunctionsAreToldUntilTheyAreForgotten() throws SQLException {
        String function = "create function today() returns date language plpgsql as 'begin return ''now''; end'";

        assertThat(run(function).orElseThrow().holdsNothing()).isTrue();
        assertThat(run("insert into customer values (1)").orElseThrow().holdsNothing())
                .isTrue();
        assertThat(run("select today()").orElseThrow().holdsNothing()).isFalse();
        assertThat(run("insert into customer values (1)").orElseThrow().holdsNothing())
                .isTrue();
        assertThat(run("set track_functions = none; select 1").orElseThrow().holdsNothing())
                .isFalse();
    }

    @Test
    void aTriggerThatWaitsForTheCommitMakesAnythingPossibleUntilItIsGone() throws SQLException {
        String function = "create function f() returns trigger language plpgsql as 'begin return null; end'";
        String trigger =
                "create constraint trigger late after insert on customer deferrable for each row execute function f()";

        assertThat(run(function)).isPresent();
        assertThat(run(trigger)).isEmpty();
        assertThat(run("insert into customer values (1)")).isEmpty();
        assertThat(run("drop trigger late on customer")).isPresent();
        assertThat(run("insert into customer values (1)")).isPresent();
    }

    @Test
    void eachTransactionIsSeenByItself() throws SQLException {
        run("alter table customer add email text");

        assertThat(run("insert into customer values (1)").orElseThrow().catalogs())
                .isEmpty();
    }

    @Test
    void everythingMayBeTouchedWhereTheServerDoesNotCount() throws SQLException {
        ScriptEffects touched = run("set track_counts = off; alter table customer add email text")
                .orElseThrow();

        assertThat(touched.catalogs()).contains("pg_attribute", "pg_proc", "pg_trigger", "pg_namespace");
    }

    @Test
    void nothingIsKnownOfATransactionThatBeganOtherwise() throws SQLException {
        assertThat(run("commit; begin; insert into customer values (1)")).isEmpty();
    }

    private Optional<ScriptEffects> run(String statements) throws SQLException {
        session.setAutoCommit(false);
        new PostgresSessions().refresh(session, Flyway.configure(), ScriptSessions.Held.PERHAPS_SOMETHING);
        try (Statement statement = session.createStatement()) {
            statement.execute(statements);
            Optional<ScriptEffects> touched = script.touched(session);
            session.commit();
            return touched;
        } finally {
            session.setAutoCommit(true);
        }
    }

    private Set<String> names(Set<Long> relations) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (Statement statement = observer.createStatement()) {
            for (long relation : relations) {
                try (ResultSet row = statement.executeQuery("select " + relation + "::regclass::text")) {
                    row.next();
                    names.add(row.getString(1));
                }
            }
        }
        return names;
    }

    private static Set<String> words(String words) {
        return words.isEmpty() ? Set.of() : new TreeSet<>(List.of(words.split(" ")));
    }
}
