package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.ExpectedFixtures;
import dev.switchback.SeededFixtures;
import dev.switchback.TestDatabase;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows are compared as everybody sees them, and what somebody has not committed yet is told. */
class UncommittedRowsTests {

    private static final String SHOP = "classpath:jupiter/shop";
    private static final String ROWS = "jupiter/seeded/shop.yaml";

    @Test
    void rowsThatAFrameworkHasNotCommittedFailTheTest() {
        assertThat(Engine.failure(FrameworkTestCase.class).replaceFirst("session \\d+", "session 4711"))
                .isEqualTo(
                        """
                        The rows cannot be compared while others are not committed: the session 4711 (the application) has written to\
                         public.customer and has neither committed nor rolled back; it is idle in transaction. Its last statement is:

                          INSERT INTO customer (name) VALUES ('Eve')

                        Commit or roll back before the test method ends. Where a framework runs the test in a transaction of its own,\
                         end that transaction in the test, in Spring with TestTransaction.end(), or run the test outside of it.""");
    }

    /** Ends its transaction after the test, as frameworks do. */
    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class FrameworkTestCase {

        @SuppressWarnings("NullAway.Init") // set by the test
        private Connection application;

        @Test
        @ExpectedFixtures(ROWS)
        void leavesTheOldRows(Database database) throws SQLException {
            application = begin(database.dataSource(Map.of("ApplicationName", "the application")));
            execute(application, "INSERT INTO customer (name) VALUES ('Eve')");
        }

        @AfterEach
        void rollBack() throws SQLException {
            application.rollback();
            application.close();
        }
    }

    @Test
    void whateverTheWriteIsItIsTold() {
        for (String statement : new String[] {
            "DELETE FROM purchase",
            "UPDATE customer SET name = 'Eve'",
            "TRUNCATE purchase",
            "ALTER TABLE customer ADD COLUMN mail text",
            "DROP TABLE purchase",
            "COPY customer (name) FROM PROGRAM 'echo Eve'",
            "WITH gone AS (DELETE FROM purchase RETURNING id) SELECT id FROM gone"
        }) {
            WritesTestCase.statement = statement;
            assertThat(Engine.failure(WritesTestCase.class)).as(statement).contains("has neither committed", statement);
        }
    }

    @Test
    void whatHasWrittenNothingIsNotTold() {
        for (String statement : new String[] {
            "SELECT id FROM customer",
            "SELECT id FROM customer FOR UPDATE",
            "CREATE TEMP TABLE mine (id int)",
            "SELECT nextval('customer_id_seq')",
            "LOCK TABLE purchase IN SHARE MODE"
        }) {
            WritesTestCase.statement = statement;
            Engine.succeeds(WritesTestCase.class, 1);
        }
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class WritesTestCase {

        private static String statement = "";

        @SuppressWarnings("NullAway.Init") // set by the test
        private Connection other;

        @Test
        @ExpectedFixtures(ROWS)
        void writes(DataSource database) throws SQLException {
            other = begin(database);
            execute(other, statement);
        }

        @AfterEach
        void rollBack() throws SQLException {
            other.rollback();
            other.close();
        }
    }

    @Test
    void whatIsCommittedInAMomentIsWaitedFor() {
        Engine.succeeds(SoonTestCase.class, 1);
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    static class SoonTestCase {

        private Thread worker = new Thread(() -> {});

        @Test
        @ExpectedFixtures("jupiter/seeded/no-purchases.yaml")
        void deletesInAnotherThread(DataSource database, DSLContext sql) throws SQLException {
            Connection other = begin(database);
            execute(other, "DELETE FROM purchase");
            worker = new Thread(() -> {
                try (other) {
                    execute(other, "SELECT pg_sleep(0.05)");
                    other.commit();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            worker.start();
        }

        @AfterEach
        void join() throws InterruptedException {
            worker.join(TimeUnit.SECONDS.toMillis(30));
        }
    }

    private static Connection begin(DataSource database) throws SQLException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
