package dev.switchback.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Templates that the runs on one server build once for all of them. */
class SharedTemplatesTests {

    private static final String DIGEST = "0123456789abcdef";

    private static TeamServer team;

    private final AtomicInteger built = new AtomicInteger();

    @BeforeAll
    static void start() throws SQLException {
        team = new TeamServer();
    }

    @AfterAll
    static void stop() {
        team.close();
    }

    @AfterEach
    void removeTemplates() throws SQLException {
        for (String name : team.shared()) {
            team.execute("DROP DATABASE " + name);
        }
    }

    private void migrate(Database database) {
        built.incrementAndGet();
        ServerTests.executeUnchecked(database, "CREATE TABLE migrated AS SELECT current_user AS by");
    }

    private static void assertMigrated(Template template) throws SQLException {
        try (Database copy = template.clone()) {
            assertThat(ServerTests.query(copy, "SELECT by FROM migrated")).isEqualTo(TeamServer.DEVELOPER);
        }
    }

    private void runOnce(String digest) throws SQLException {
        try (Server run = team.run()) {
            assertMigrated(run.template("t", digest, this::migrate));
        }
    }

    @Test
    void ofTwoRunsAtTheSameTimeOneBuildsAndTheOtherWaits() throws Exception {
        CountDownLatch isBuilding = new CountDownLatch(1);
        CountDownLatch mayEnd = new CountDownLatch(1);
        try (Server one = team.run();
                Server other = team.run()) {
            CompletableFuture<Template> first =
                    CompletableFuture.supplyAsync(() -> one.template("t", DIGEST, database -> {
                        isBuilding.countDown();
                        await(mayEnd);
                        migrate(database);
                    }));
            await(isBuilding);
            CompletableFuture<Template> second =
                    CompletableFuture.supplyAsync(() -> other.template("t", DIGEST, this::migrate));
            assertThat(second).isNotDone();
            assertThat(team.shared()).as("half built").isEmpty();
            mayEnd.countDown();

            assertMigrated(first.get(60, TimeUnit.SECONDS));
            assertMigrated(second.get(60, TimeUnit.SECONDS));
        }
        assertThat(built).hasValue(1);
        assertThat(team.shared()).hasSize(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aLaterRunFindsItAndOtherMigrationsGetAnother() throws SQLException {
        runOnce(DIGEST);
        runOnce(DIGEST);
        assertThat(built).hasValue(1);

        runOnce("fedcba9876543210");
        assertThat(built).hasValue(2);
        assertThat(team.shared()).hasSize(2);
        assertThat(team.names("SELECT datname FROM pg_database WHERE datname LIKE 'switchback%'"))
                .as("nothing else is left")
                .containsExactlyInAnyOrderElementsOf(team.shared());
    }

    @Test
    void aRunThatSharesNoneBuildsForItself() throws SQLException {
        runOnce(DIGEST);
        try (Server run = team.run(team.developer())) {
            assertMigrated(run.template("t", DIGEST, this::migrate));
        }
        assertThat(built).hasValue(2);
        assertThat(team.shared()).hasSize(1);
    }

    @Test
    void ofAFailedOneNothingIsLeftAndTheNextBuilds() throws SQLException {
        try (Server run = team.run()) {
            assertThatThrownBy(() -> run.template("t", DIGEST, database -> {
                        throw new IllegalStateException("a migration fails");
                    }))
                    .hasMessage("a migration fails");
            assertThat(team.shared()).isEmpty();
            runOnce(DIGEST);
        }
        assertThat(built).hasValue(1);
    }

    @Test
    void theTemplateOfAKilledRunIsSweptAndBuiltByAnother() throws Exception {
        Process jvm = start(HalfBuilt.class);
        String half = said(jvm).readLine();
        try (Server waiting = team.run()) {
            CompletableFuture<Template> template =
                    CompletableFuture.supplyAsync(() -> waiting.template("t", DIGEST, this::migrate));
            assertThat(template).isNotDone();
            jvm.destroyForcibly().waitFor();

            assertMigrated(template.get(60, TimeUnit.SECONDS));
        }
        assertThat(built).hasValue(1);
        team.run().close();
        assertThat(team.names("SELECT datname FROM pg_database")).doesNotContain(half);
        assertThat(team.shared()).hasSize(1);
    }

    @Test
    void ofTwoJvmsOneMigrates() throws Exception {
        List<Process> jvms = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            jvms.add(start(Worker.class));
        }
        List<String> lines = new ArrayList<>();
        for (Process jvm : jvms) {
            said(jvm).lines().forEach(lines::add);
            assertThat(jvm.waitFor()).isZero();
        }
        assertThat(lines).containsExactlyInAnyOrder("migrated", "tested", "tested");
    }

    private static Process start(Class<?> program) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        program.getName(),
                        team.url())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static BufferedReader said(Process jvm) {
        return new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
    }

    private static Server runAt(String url) {
        return Server.start(
                ServerProviders.installed().choose("url"),
                TeamServer.developerAt(url).withTemplates(TeamServer.SHARING));
    }

    static final class Worker {

        private Worker() {}

        public static void main(String[] arguments) throws SQLException {
            try (Server run = runAt(arguments[0])) {
                Template template = run.template("t", DIGEST, database -> {
                    ServerTests.executeUnchecked(database, "CREATE TABLE migrated AS SELECT current_user AS by");
                    System.out.println("migrated");
                });
                assertMigrated(template);
                System.out.println("tested");
            }
        }
    }

    /** Prints the name of its database when that is half built, and waits to be killed. */
    static final class HalfBuilt {

        private HalfBuilt() {}

        public static void main(String[] arguments) {
            runAt(arguments[0]).template("t", DIGEST, database -> {
                ServerTests.executeUnchecked(database, "CREATE TABLE half_built (id int)");
                System.out.println(database.name());
                Stream.generate(() -> 1).forEach(forEver -> await(new CountDownLatch(1)));
            });
        }
    }

    @Test
    void whatAMigrationFollowsFromBesideItsTextCounts() throws SQLException {
        runOnce(DIGEST);
        team.execute("CREATE ROLE clerk");
        try {
            runOnce(DIGEST);
            assertThat(built).as("with another role").hasValue(2);
            team.execute("ALTER ROLE developer SET timezone = 'Asia/Tokyo'");
            runOnce(DIGEST);
            assertThat(built).as("with another setting").hasValue(3);
        } finally {
            team.execute("DROP ROLE clerk");
            team.execute("ALTER ROLE developer RESET ALL");
        }
        runOnce(DIGEST);
        assertThat(built).as("as before").hasValue(3);
    }

    @Test
    void oneWhoseMigrationsHaveMadeARoleIsNotShared() throws SQLException {
        try (Server run = team.run()) {
            assertMigrated(run.template("t", DIGEST, database -> {
                migrate(database);
                try {
                    team.execute("CREATE ROLE clerk");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }));
        } finally {
            team.execute("DROP ROLE clerk");
        }
        assertThat(team.shared()).isEmpty();
    }

    @Test
    void aDatabaseOfSomebodyElseIsNeitherTakenNorDropped() throws SQLException {
        runOnce(DIGEST);
        String name = team.shared().get(0);
        team.execute("ALTER DATABASE " + name + " OWNER TO postgres");
        runOnce(DIGEST);
        assertThat(team.shared()).containsExactly(name);

        team.execute("ALTER DATABASE " + name + " OWNER TO developer");
        team.execute("COMMENT ON DATABASE " + name + " IS 'my own'");
        runOnce(DIGEST);
        assertThat(built).hasValue(3);
        assertThat(commentOf(name)).isEqualTo("my own");
    }

    @Test
    void whatHasBeenOfNoUseForAWeekGoesUnlessARunCopiesIt() throws SQLException {
        try (Server run = team.run()) {
            assertMigrated(run.template("t", DIGEST, this::migrate));
            String name = team.shared().get(0);
            age(name);
            runOnce("aaaaaaaaaaaaaaaa");
            assertThat(team.shared()).contains(name);
        }
        runOnce(DIGEST);
        assertThat(built).as("its use is noted").hasValue(2);
        age(team.shared().get(0));
        runOnce("bbbbbbbbbbbbbbbb");
        assertThat(team.shared()).as("the two others").hasSize(2);
    }

    @Test
    void aClockThatHasJumpedIsNoFailure() throws SQLException {
        runOnce(DIGEST);
        comment(team.shared().get(0), "2999-12-31");
        runOnce(DIGEST);
        assertThat(built).hasValue(1);
        assertThat(commentOf(team.shared().get(0))).as("noted anew").doesNotContain("2999");
    }

    @Test
    void thereAreSixteenAtMost() throws SQLException {
        try (Server run = team.run()) {
            for (int i = 0; i < 17; i++) {
                String digest = String.format("%032x", i);
                run.template(digest, digest, database -> {});
            }
            assertThat(team.shared()).as("in use").hasSize(17);
        }
        runOnce(DIGEST);
        assertThat(team.shared()).hasSize(16);
    }

    private static void age(String name) throws SQLException {
        comment(name, "2020-01-01");
    }

    private static void comment(String name, String day) throws SQLException {
        String comment = commentOf(name).replaceFirst("\\d{4}-\\d\\d-\\d\\d$", day);
        team.execute("COMMENT ON DATABASE " + name + " IS '" + comment.replace("'", "''") + "'");
    }

    private static String commentOf(String name) throws SQLException {
        return team.names(
                        "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = '" + name + "'")
                .get(0);
    }
}
