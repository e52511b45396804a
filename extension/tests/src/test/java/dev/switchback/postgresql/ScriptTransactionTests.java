package dev.switchback.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Touched;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.testing.SharedServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insert into customer values (1) | customer | ''",
                "select * from customer | '' | ''",
                "insert into orders default values | orders orders_id_seq | ''",
                "alter table customer add email text | customer | pg_attribute pg_class",
                "alter type mood add value 'bad' | '' | pg_enum",
                "comment on table customer is 'x' | customer | pg_description",
                "grant select on customer to public | '' | pg_class",
                "savepoint a; create schema s; rollback to a | '' | pg_namespace pg_depend pg_shdepend pg_authid"
            })
    void namesRelationsAndCatalogs(String statements, String relations, String catalogs) throws SQLException {
        Touched touched = run(statements).orElseThrow();

        assertThat(names(touched.relations())).isSubsetOf(relations.split(" ")).hasSize(size(relations));
        assertThat(names(touched.catalogs()))
                .isSubsetOf((catalogs + " pg_depend pg_shdepend pg_authid").split(" "))
                .hasSizeGreaterThanOrEqualTo(Math.min(1, size(catalogs)));
    }

    @Test
    void eachTransactionIsSeenByItself() throws SQLException {
        run("alter table customer add email text");

        assertThat(run("insert into customer values (1)").orElseThrow().catalogs())
                .isEmpty();
    }

    @Test
    void everythingMayBeTouchedWhereTheServerDoesNotCount() throws SQLException {
        Touched touched = run("set track_counts = off; alter table customer add email text")
                .orElseThrow();

        assertThat(names(touched.catalogs())).contains("pg_attribute", "pg_proc", "pg_trigger", "pg_namespace");
    }

    @Test
    void nothingIsKnownOfATransactionThatBeganOtherwise() throws SQLException {
        assertThat(run("commit; begin; insert into customer values (1)")).isEmpty();
    }

    private Optional<Touched> run(String statements) throws SQLException {
        session.setAutoCommit(false);
        new PostgresSessions().refresh(session, Flyway.configure(), false);
        try (Statement statement = session.createStatement()) {
            statement.execute(statements);
            Optional<Touched> touched = script.touched(session);
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

    private static int size(String words) {
        return words.isEmpty() ? 0 : words.split(" ").length;
    }
}
