package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SeededFixtures;
import dev.switchback.Switchback;
import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.provision.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Whatever a test does and leaves, the next one finds nothing of it. */
class IsolationMatrixTests {

    private static final String SHOP = "classpath:jupiter/shop";
    private static final String ROWS = "jupiter/seeded/shop.yaml";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EngineExecutionResults results;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static EngineExecutionResults prepared;

    /** One server each, because each run of an engine starts one. */
    @BeforeAll
    static void runAll() {
        results = run(CopiedTestCase.class, SeededTestCase.class, LeftTestCase.class, ReadersTestCase.class);
        prepared = run(PreparedTestCase.class);
    }

    private static EngineExecutionResults run(Class<?>... testCases) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter(SwitchbackParameters.REPORT, "off")
                .configurationParameter(SwitchbackParameters.TEMPLATES, "off")
                .selectors(Stream.of(testCases)
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .execute();
    }

    private static List<Event> of(Class<?> testCase, Stream<Event> events) {
        return events.filter(event ->
                        event.getTestDescriptor().getUniqueId().toString().contains(testCase.getName()))
                .toList();
    }

    private static void succeeds(Class<?> testCase, int tests, EngineExecutionResults in) {
        List<TestExecutionResult> finished = of(testCase, in.testEvents().finished().stream()).stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .toList();
        assertThat(finished).hasSize(tests);
        assertThat(finished.stream().flatMap(result -> result.getThrowable().stream()))
                .isEmpty();
    }

    /** The things that a test may do; each is done over a connection that is closed, and over one that is left. */
    static Stream<String> deeds() {
        return Stream.of(outsideOfTables(), ofTables(), ofTheDatabase(), ofTheServersOwnObjects())
                .flatMap(deeds -> deeds);
    }

    private static Stream<String> ofTables() {
        return Stream.of(
                "CREATE TABLE left_behind (id int)",
                "ALTER TABLE customer ADD COLUMN more text DEFAULT 'x'",
                "DROP TABLE purchase",
                "CREATE VIEW left_behind AS SELECT 1",
                "CREATE FUNCTION left_behind() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "TRUNCATE customer RESTART IDENTITY CASCADE",
                "INSERT INTO customer (name) VALUES ('Eve')",
                "SELECT nextval('customer_id_seq')",
                "SELECT lo_create(4711)",
                "SELECT lo_from_bytea(4712, 'abc')",
                "COMMENT ON TABLE customer IS 'x'",
                "GRANT SELECT ON customer TO public",
                "CREATE PUBLICATION left_behind FOR ALL TABLES",
                "REFRESH MATERIALIZED VIEW names");
    }

    private static Stream<String> ofTheDatabase() {
        return Stream.of(
                "ALTER SEQUENCE customer_id_seq INCREMENT 5",
                "COMMENT ON LARGE OBJECT 815 IS 'x'",
                "CREATE EXTENSION hstore",
                "CREATE POLICY left_behind ON customer USING (true)",
                "CREATE RULE left_behind AS ON INSERT TO customer DO ALSO NOTHING",
                "CREATE STATISTICS left_behind ON id, name FROM customer",
                "CREATE FUNCTION left_behind() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';"
                        + " CREATE EVENT TRIGGER left_behind ON sql_drop EXECUTE FUNCTION left_behind()",
                "ALTER TABLE customer DISABLE TRIGGER ALL",
                "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO public",
                "CREATE SUBSCRIPTION left_behind CONNECTION 'dbname=x' PUBLICATION y WITH (connect = false)",
                "DO $$BEGIN EXECUTE format('ALTER DATABASE %I CONNECTION LIMIT 50', current_database()); END$$",
                "DO $$BEGIN EXECUTE format('ALTER DATABASE %I IS_TEMPLATE true', current_database()); END$$");
    }

    private static Stream<String> ofTheServersOwnObjects() {
        return Stream.of(
                "GRANT SELECT ON pg_authid TO public",
                "GRANT SELECT (rolpassword) ON pg_authid TO public",
                "REVOKE EXECUTE ON FUNCTION pg_sleep(float8) FROM public",
                "REVOKE USAGE ON LANGUAGE plpgsql FROM public",
                "REVOKE USAGE ON TYPE int4 FROM public",
                "ALTER TEXT SEARCH CONFIGURATION english ALTER MAPPING FOR word WITH simple",
                "ALTER TEXT SEARCH DICTIONARY simple (Accept = false)");
    }

    /** Things that belong to sessions, or to the server: a copy of the tables alone would not be enough. */
    static Stream<String> outsideOfTables() {
        return Stream.of(
                "SELECT pg_advisory_lock(4711)",
                "SET work_mem = '123kB'",
                "SET search_path = pg_catalog",
                "SET ROLE pg_read_all_data",
                "SET session_replication_role = replica",
                "DO $$BEGIN EXECUTE format('ALTER DATABASE %I SET work_mem = ''123kB''', current_database()); END$$",
                "LISTEN left_behind",
                "NOTIFY left_behind, 'x'",
                "CREATE TEMP TABLE customer (id text)",
                "PREPARE left_behind AS SELECT 1",
                "DECLARE left_behind CURSOR WITH HOLD FOR SELECT * FROM customer");
    }

    private static final String STATE =
            """
            SELECT concat_ws(E'\\n',
              (SELECT string_agg(c::text, ',' ORDER BY id) FROM customer c),
              (SELECT string_agg(p::text, ',' ORDER BY id) FROM purchase p),
              (SELECT last_value || ' ' || is_called FROM customer_id_seq),
              (SELECT string_agg(concat_ws(' ', relnamespace::regnamespace, relname, relnatts, relacl, obj_description(oid)), ','
                        ORDER BY relname) FROM pg_class WHERE relnamespace = 'public'::regnamespace OR relpersistence = 't'),
              (SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace),
              (SELECT count(*) FROM pg_largeobject_metadata), obj_description(815, 'pg_largeobject'),
              (SELECT seqincrement FROM pg_sequence WHERE seqrelid = 'customer_id_seq'::regclass),
              (SELECT count(*) FROM pg_extension), (SELECT count(*) FROM pg_policy), (SELECT count(*) FROM pg_rewrite),
              (SELECT count(*) FROM pg_statistic_ext), (SELECT count(*) FROM pg_event_trigger),
              (SELECT count(*) FROM pg_trigger WHERE tgenabled <> 'O'), (SELECT count(*) FROM pg_default_acl),
              (SELECT count(*) FROM pg_subscription),
              (SELECT datconnlimit || ' ' || datistemplate FROM pg_database WHERE datname = current_database()),
              (SELECT relacl FROM pg_class WHERE oid = 'pg_authid'::regclass),
              (SELECT count(attacl) FROM pg_attribute WHERE attrelid = 'pg_authid'::regclass),
              (SELECT proacl FROM pg_proc WHERE oid = 'pg_sleep'::regproc),
              (SELECT lanacl FROM pg_language WHERE lanname = 'plpgsql'), (SELECT typacl FROM pg_type WHERE oid = 'int4'::regtype),
              (SELECT string_agg(mapdict::regdictionary::text, ',' ORDER BY maptokentype) FROM pg_ts_config_map
                WHERE mapcfg = 'english'::regconfig),
              (SELECT dictinitoption FROM pg_ts_dict WHERE dictname = 'simple'),
              (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = 4711),
              current_setting('work_mem'), current_setting('search_path'), current_setting('session_replication_role'),
              current_user = session_user, current_setting('transaction_read_only'),
              (SELECT count(*) FROM pg_listening_channels()), (SELECT count(*) FROM pg_prepared_statements WHERE name = 'left_behind'),
              (SELECT count(*) FROM pg_cursors WHERE name = 'left_behind'), (SELECT count(*) FROM pg_publication),
              (SELECT count(*) FROM pg_prepared_xacts WHERE database = current_database()),
              (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE '%transaction%'))
            """;

    private static final List<Connection> LEFT = new ArrayList<>();

    /** Does it in all ways: in the test's own session, in one that is closed and in one that is left in a transaction. */
    private static void doIt(String sql, Connection own, DataSource source) throws SQLException {
        try (Connection closed = source.getConnection();
                Statement statement = closed.createStatement()) {
            statement.execute(sql);
        }
        Connection left = source.getConnection();
        LEFT.add(left);
        left.setAutoCommit(false);
        try (Statement statement = left.createStatement()) {
            statement.execute("SET lock_timeout = '1ms'");
            statement.execute(sql);
        } catch (SQLException alreadyThereFromTheOther) {
            // what it holds until its transaction ends is left, too
        }
        try (Statement statement = own.createStatement()) {
            statement.execute("SET lock_timeout = '1ms'");
            statement.execute(sql);
        } catch (SQLException alreadyThereFromTheOthers) {
            // the same
        }
    }

    @Test
    void whereEachTestHasACopyNothingIsLeftOfAnything() {
        succeeds(CopiedTestCase.class, 11, results);
    }

    @TestDatabase(migrations = {SHOP, "classpath:jupiter/isolation"})
    static class CopiedTestCase {

        private static final Queue<String> STATES = new ConcurrentLinkedQueue<>();

        @ParameterizedTest
        @MethodSource("dev.switchback.jupiter.IsolationMatrixTests#outsideOfTables")
        void finds(String deed, Connection own, DataSource source) throws SQLException {
            STATES.add(String.valueOf(DSL.using(own, SQLDialect.POSTGRES).fetchValue(STATE)));
            assertThat(STATES).containsOnly(STATES.peek());
            doIt(deed, own, source);
        }
    }

    @Test
    void whereADatabaseIsResetNothingIsLeftOfAnything() {
        succeeds(SeededTestCase.class, 44, results);
    }

    @TestDatabase(migrations = {SHOP, "classpath:jupiter/isolation"})
    @SeededFixtures(ROWS)
    static class SeededTestCase {

        private static final Queue<String> STATES = new ConcurrentLinkedQueue<>();

        @ParameterizedTest
        @MethodSource("dev.switchback.jupiter.IsolationMatrixTests#deeds")
        void finds(String deed, Connection own, DataSource source) throws SQLException {
            STATES.add(String.valueOf(DSL.using(own, SQLDialect.POSTGRES).fetchValue(STATE)));
            assertThat(STATES).containsOnly(STATES.peek());
            doIt(deed, own, source);
        }
    }

    @Test
    void aTransactionThatIsPreparedForACommitInTwoPhasesIsRolledBackWithItsDatabase() {
        succeeds(PreparedTestCase.class, 2, prepared);
    }

    static class PreparedTestCase {

        @RegisterExtension
        static final Switchback DB = Switchback.builder()
                .migrations(SHOP)
                .serverSetting("max_prepared_transactions", "5")
                .build();

        @ParameterizedTest
        @org.junit.jupiter.params.provider.ValueSource(strings = {"first", "it's the second"})
        void leaves(String name, Connection connection, DSLContext sql) throws SQLException {
            assertThat(sql.fetchCount(DSL.table("customer"))).isZero();
            assertThat(sql.fetchCount(DSL.table("pg_prepared_xacts"))).isZero();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO customer (name) VALUES ('Eve')");
                statement.execute("PREPARE TRANSACTION " + statement.enquoteLiteral(name));
            }
        }
    }

    @Test
    void whatATestLeavesAtWorkIsNamedWithThePlaceWhereItsConnectionWasOpenedAndEnded() {
        succeeds(LeftTestCase.class, 2, results);

        assertThat(of(LeftTestCase.class, results.testEvents().reportingEntryPublished().stream()).stream()
                        .map(event -> event.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class)
                                .getKeyValuePairs())
                        .filter(entry -> entry.containsKey("switchback.left")))
                .singleElement()
                .extracting(entry -> String.valueOf(entry.get("switchback.left"))
                        .replaceAll("session \\d+", "session 4711")
                        .replaceAll("for \\d+ seconds", "for 2 seconds")
                        .replaceAll("Tests.java:\\d+", "Tests.java:1")
                        .replaceAll("(?m)^ +at java.base.*\\n", ""))
                .asString()
                .startsWith(
                        "method %s.a_leavesAThreadAndATransaction() has left work on its database, which was ended with it:\n\n"
                                .formatted(LeftTestCase.class.getName()))
                .contains(
                        """
                          session 4711, active for 2 seconds: SELECT pg_sleep(600)
                            opened
                              at %s.sleep(IsolationMatrixTests.java:1)
                        """
                                .formatted(LeftTestCase.class.getName()),
                        """
                          session 4711, idle in transaction for 2 seconds: INSERT INTO customer (name) VALUES ('Eve')
                            opened
                              at %s.a_leavesAThreadAndATransaction(IsolationMatrixTests.java:1)
                        """
                                .formatted(LeftTestCase.class.getName()))
                .endsWith(
                        "Commit, roll back or close it before the test ends, and wait for threads that the test has started.");
        assertThat(LeftTestCase.AFTERWARDS).hasSize(2).allSatisfy(failure -> assertThat(failure)
                .isInstanceOf(SQLException.class));
    }

    @TestDatabase(migrations = SHOP)
    @SeededFixtures(ROWS)
    @org.junit.jupiter.api.TestMethodOrder(org.junit.jupiter.api.MethodOrderer.MethodName.class)
    static class LeftTestCase {

        private static final Queue<Exception> AFTERWARDS = new ConcurrentLinkedQueue<>();
        private static final Queue<Connection> OPEN = new ConcurrentLinkedQueue<>();

        @SuppressWarnings("NullAway.Init") // set by the test
        private static Thread sleeper;

        @Test
        void a_leavesAThreadAndATransaction(DataSource source, DSLContext sql) throws Exception {
            CountDownLatch begun = new CountDownLatch(1);
            sleeper = new Thread(() -> sleep(source, begun));
            sleeper.start();
            begun.await();
            while (sql.fetchCount(DSL.table("pg_stat_activity"), DSL.condition("query = 'SELECT pg_sleep(600)'"))
                    == 0) {
                Thread.onSpinWait();
            }
            Connection open = source.getConnection();
            OPEN.add(open);
            open.setAutoCommit(false);
            DSL.using(open, SQLDialect.POSTGRES).execute("INSERT INTO customer (name) VALUES ('Eve')");
        }

        private static void sleep(DataSource source, CountDownLatch begun) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                begun.countDown();
                statement.execute("SELECT pg_sleep(600)");
            } catch (SQLException ended) {
                AFTERWARDS.add(ended);
            }
        }

        @Test
        void b_findsNothingOfIt(DSLContext sql) throws InterruptedException {
            sleeper.join();
            try {
                OPEN.element().commit();
            } catch (SQLException ended) {
                AFTERWARDS.add(ended);
            }
            assertThat(sql.fetchCount(DSL.table("customer"))).isEqualTo(2);
        }
    }

    @Test
    void aSessionThatOneReaderLeavesIsEndedForTheOthers() {
        succeeds(ReadersTestCase.class, 2, results);
    }

    @TestDatabase(migrations = SHOP, readOnly = true)
    @org.junit.jupiter.api.TestMethodOrder(org.junit.jupiter.api.MethodOrderer.MethodName.class)
    static class ReadersTestCase {

        private static final Map<String, Connection> OPEN = new java.util.concurrent.ConcurrentHashMap<>();

        @Test
        void a_leavesASession(Database database, DataSource source) throws SQLException {
            OPEN.put(database.name(), source.getConnection());
        }

        @Test
        void b_findsItEnded(Database database) {
            assertThat(OPEN).containsOnlyKeys(database.name());
            assertThat(OPEN.values()).allSatisfy(left -> org.assertj.core.api.Assertions.assertThatThrownBy(
                            () -> left.createStatement().execute("SELECT 1"))
                    .isInstanceOf(SQLException.class));
        }
    }
}
