package dev.switchback.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerAddress;
import dev.switchback.testing.SharedServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A run that waits for the template that another one builds: for how long, and what it says. */
@ExtendWith(SharedServer.class)
class SharedTemplateWaitTests {

    private final Logger logger = Logger.getLogger(SharedTemplateWait.class.getName());
    private final List<String> logged = new ArrayList<>();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.add(line.getLevel() + " " + MessageFormat.format(line.getMessage(), line.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(handler);
        logger.setUseParentHandlers(true);
    }

    @Test
    void whatIsWaitedForIsSaidAfterTwoSecondsAndWhenItWasTooLong(Server server) throws SQLException {
        try (Database database = server.create();
                Connection building = database.dataSource().getConnection();
                Connection waiting = database.dataSource().getConnection()) {
            String digits = "ffffffffffffffff0000000000000000";
            assertThat(new SharedTemplateLock(building, digits).tryAlone()).isTrue();
            SharedTemplateLock lock = new SharedTemplateLock(waiting, digits);
            assertThat(lock.tryShared()).isFalse();

            SharedTemplateWait wait = new SharedTemplateWait("switchback_shared_x", lock, Duration.ofMillis(2200));
            while (wait.goesOn()) {
                assertThat(lock.tryShared()).isFalse();
            }
        }
        String holder = "session \\d+ of postgres from 127\\.0\\.0\\.1, since \\d\\d:\\d\\d:\\d\\d";
        assertThat(logged).hasSize(2);
        assertThat(logged.get(0))
                .matches("INFO Waiting until another run has built template switchback_shared_x, for 2 s at most: it is"
                        + " locked by " + holder);
        assertThat(logged.get(1))
                .matches("WARNING Template switchback_shared_x is still locked by " + holder + ", after 2 s\\. This run"
                        + " migrates for itself\\. If that session hangs, end it: SELECT"
                        + " pg_terminate_backend\\(its number\\)");
    }

    @Test
    void aRunThatHasWaitedTooLongMigratesForItself(Server server) throws SQLException {
        try (Database database = server.create();
                Connection one = database.dataSource().getConnection();
                Connection other = database.dataSource().getConnection()) {
            ServerAddress address = new ServerAddress(database.url(), database.user(), database.password());
            try (AdminSessions sessions = new AdminSessions(address, database.dataSource())) {
                PostgresDatabases databases = new PostgresDatabases(sessions, address, "");
                PostgresSharedTemplates waiting = new PostgresSharedTemplates(other, databases, Duration.ZERO);
                PostgresSharedTemplates building = new PostgresSharedTemplates(one, databases, Duration.ZERO);
                assertThatThrownBy(() -> building.get("digest", () -> {
                            throw new IllegalStateException(waiting.get("digest", () -> "the other's own"));
                        }))
                        .hasMessage("the other's own");
            }
        }
        assertThat(logged).singleElement().asString().contains("This run migrates for itself");
    }
}
