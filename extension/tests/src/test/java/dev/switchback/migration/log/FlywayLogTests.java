package dev.switchback.migration.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.switchback.migration.Migrations;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.flywaydb.core.api.logging.LogFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Flyway has one log in a JVM: no other test may run beside these. */
@ExtendWith(SharedServer.class)
@Isolated
class FlywayLogTests {

    private static final List<String> LINES = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void theUsersFlywayIsMade() {
        LINES.clear();
        users().load();
    }

    @Test
    void whatSwitchbackRunsIsNotLoggedAndTheUsersLogIsAsBefore() {
        FluentConfiguration own = users();
        FlywayLog.prepare(own);

        FlywayLog.keep(own, () -> log("ours"));
        log("the user's");

        assertThat(LINES).containsExactly("the user's");
    }

    @Test
    void otherThreadsLogWhileSwitchbackRuns() {
        FluentConfiguration own = users();
        FlywayLog.prepare(own);

        FlywayLog.keep(own, () -> {
            log("ours");
            return CompletableFuture.supplyAsync(() -> log("theirs")).join();
        });

        assertThat(LINES).containsExactly("theirs");
    }

    @Test
    void aFlywayThatIsMadeMeanwhileKeepsTheChoice() {
        FluentConfiguration own = Flyway.configure();
        FlywayLog.prepare(own);
        Flyway.configure().load();

        FlywayLog.keep(
                own, () -> CompletableFuture.supplyAsync(() -> users().load()).join());
        log("the user's");

        assertThat(LINES).containsExactly("the user's");
    }

    @Test
    void whatIsKeptComesWithTheFailure() {
        FluentConfiguration own = users();
        FlywayLog.prepare(own);
        Supplier<Object> failing = () -> {
            log("before it");
            throw new IllegalStateException("broken");
        };

        Throwable failure = catchThrowable(() -> FlywayLog.keep(own, failing));

        assertThat(failure.getSuppressed())
                .singleElement()
                .extracting(Throwable::getMessage)
                .isEqualTo("Flyway's log, until it failed:\n  INFO  before it");
    }

    @Test
    void theUserCanHaveItShown() {
        FluentConfiguration own = users();
        FlywayLog.show(own);
        FlywayLog.prepare(own);

        FlywayLog.keep(own, () -> {
            LogFactory.setConfiguration(own);
            return log("ours");
        });

        assertThat(LINES).containsExactly("ours");
    }

    @Test
    void migrationsUpAndDownLogNothing(Server server, @TempDir Path files) {
        Folder folder = new Folder(files).step(1, "a", "CREATE TABLE a (id int)", "DROP TABLE a");
        try (Database database = server.create()) {
            Flyway flyway = users().locations(folder.location())
                    .dataSource(database.dataSource())
                    .load();
            Migrations migrations = Migrations.of(flyway);
            LINES.clear();

            migrations.up();
            migrations.down();
        }
        assertThat(LINES).isEmpty();
    }

    private static FluentConfiguration users() {
        return Flyway.configure().loggers(Collecting.class.getName());
    }

    private static Object log(String line) {
        LogFactory.getLog(FlywayLogTests.class).info(line);
        return line;
    }

    /** The user's log. */
    public static final class Collecting implements LogCreator {

        @Override
        public Log createLogger(Class<?> type) {
            return new Log() {

                @Override
                @SuppressWarnings("deprecation") // Flyway before 12 has no other way to ask
                public boolean isDebugEnabled() {
                    return false;
                }

                @Override
                public void debug(String message) {}

                @Override
                public void info(String message) {
                    LINES.add(message);
                }

                @Override
                public void warn(String message) {
                    LINES.add(message);
                }

                @Override
                public void error(String message) {
                    LINES.add(message);
                }

                @Override
                public void error(String message, Exception e) {
                    LINES.add(message);
                }

                @Override
                public void notice(String message) {
                    LINES.add(message);
                }
            };
        }
    }
}
