package dev.switchback.jupiter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.SwitchbackParameters;
import dev.switchback.TestDatabase;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Templates that one run leaves for the next. */
class KeptTemplatesTests {

    /** The binaries and clusters of all tests. Not a @TempDir: the account that PostgreSQL has where root runs the tests must pass. */
    private static Path folder;

    private static final List<String> INSTALLED = new CopyOnWriteArrayList<>();
    private static final List<String> ROLES = new CopyOnWriteArrayList<>();

    private Path migrations;

    @BeforeAll
    static void createFolder() throws IOException {
        folder = Files.createTempDirectory("switchback kept Vorlagen ä");
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        }
    }

    @BeforeEach
    void writeMigrations() throws IOException {
        migrations = Files.createTempDirectory("migrations");
        write("V1__word.sql", "CREATE TABLE word (text text)");
        INSTALLED.clear();
        ROLES.clear();
    }

    @AfterEach
    void forget() throws IOException {
        delete(migrations);
        delete(store());
    }

    @AfterAll
    static void removeFolder() throws IOException {
        delete(folder);
    }

    private void write(String name, String sql) throws IOException {
        Files.writeString(migrations.resolve(name), sql);
    }

    private static Path store() {
        return folder.resolve("switchback/templates");
    }

    private static List<Path> stored() throws IOException {
        if (!Files.exists(store())) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(store())) {
            return folders.toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void run() {
        run(OneTestCase.class, Map.of());
    }

    private void run(Class<?> testCase, Map<String, String> more) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                SwitchbackParameters.TEMPLATES,
                "on",
                "switchback.embedded-postgres.folder",
                folder.toString(),
                SwitchbackParameters.MIGRATIONS,
                "filesystem:" + migrations));
        parameters.putAll(more);
        Engine.succeeds(testCase, 1, parameters);
    }

    @TestDatabase
    static class OneTestCase {

        @Test
        void notes(DSLContext sql) {
            note(sql);
        }
    }

    private static void note(DSLContext sql) {
        INSTALLED.add(String.valueOf(sql.fetchValue("SELECT max(installed_on) FROM flyway_schema_history")));
        ROLES.add(String.valueOf(sql.fetchValue("SELECT count(*) FROM pg_roles WHERE rolname = 'clerk'")));
        sql.execute("INSERT INTO word VALUES ('a row of a test')");
        assertThat(sql.fetchCount(sql.selectFrom("word"))).isEqualTo(1);
    }

    private void assertMigratedOnceInTwoRuns() {
        assertThat(INSTALLED).hasSize(2);
        assertThat(INSTALLED.get(1)).isEqualTo(INSTALLED.get(0));
    }

    private void assertMigratedInBothRuns() {
        assertThat(INSTALLED).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void theSecondRunRunsNoMigrationAndWhatIsDamagedIsMadeAgain() throws IOException {
        run();
        run();
        assertMigratedOnceInTwoRuns();
        assertThat(stored()).hasSize(1);
        assertThat(folder.resolve("switchback/servers")).isEmptyDirectory();
        assertThat(folder.resolve("switchback/scratch")).isEmptyDirectory();

        Path damaged = stored().get(0);
        Path file = damaged.resolve("data/global/pg_control");
        byte[] content = Files.readAllBytes(file);
        content[100] ^= 1;
        Files.write(file, content);
        run();
        assertThat(INSTALLED.get(2)).isNotEqualTo(INSTALLED.get(0));
        assertThat(damaged).doesNotExist();
        assertThat(stored()).hasSize(1);
    }

    @Test
    void whatARunHasFoundIsThereForTheNextToo() throws IOException {
        run();
        write("V2__more.sql", "CREATE TABLE more (text text)");
        run();
        assertThat(stored()).as("the second holds the first").hasSize(1);

        Files.delete(migrations.resolve("V2__more.sql"));
        run();
        assertThat(INSTALLED.get(2)).isEqualTo(INSTALLED.get(0));
    }

    @Test
    void nothingIsKeptIfThatIsAskedFor() throws IOException {
        run(OneTestCase.class, Map.of(SwitchbackParameters.TEMPLATES, "off"));

        assertThat(stored()).isEmpty();
    }

    @Test
    void anotherFolderCanBeNamed() throws IOException {
        Path other = Files.createTempDirectory("switchback-other");
        try {
            run(OneTestCase.class, Map.of(SwitchbackParameters.TEMPLATES, other.toString()));

            assertThat(stored()).isEmpty();
            assertThat(other.resolve("templates")).isNotEmptyDirectory();
        } finally {
            delete(other);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenToIsNoFailure() throws IOException {
        Path file = Files.createTempFile("switchback-no-folder", "");
        try {
            run(OneTestCase.class, Map.of(SwitchbackParameters.TEMPLATES, file.toString()));

            assertThat(INSTALLED).hasSize(1);
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void whatIsOnlyHalfThereOrHasNotBeenOfUseForAWeekGoes() throws IOException {
        Path half = Files.createDirectories(store().resolve("half"));
        Files.createDirectory(half.resolve("data"));
        run();
        assertThat(half).doesNotExist();

        Path old = stored().get(0);
        Files.setLastModifiedTime(
                old.resolve("info"), FileTime.from(Instant.now().minus(Duration.ofDays(8))));
        run(OneTestCase.class, Map.of(SwitchbackParameters.ROLES, "clerk"));
        assertThat(old).doesNotExist();
        assertThat(stored()).hasSize(1);
    }

    @Test
    void aClockThatHasJumpedIsNoFailure() throws IOException {
        run();
        Files.setLastModifiedTime(
                stored().get(0).resolve("info"), FileTime.from(Instant.now().plus(Duration.ofDays(4000))));
        run();
        assertMigratedOnceInTwoRuns();
        assertThat(Files.getLastModifiedTime(stored().get(0).resolve("info")).toInstant())
                .isBefore(Instant.now().plus(Duration.ofDays(1)));
    }

    @Test
    void whatAServerOfAnotherVersionHasLeftIsNotTaken() throws IOException {
        run();
        Path info = stored().get(0).resolve("info");
        Files.writeString(info, Files.readString(info).replaceFirst("(?m)^cluster=", "cluster=9.6-"));
        run();
        assertMigratedInBothRuns();
    }

    @Test
    void whatAKilledJvmHasLeftOfItsWorkGoes() throws IOException {
        Path scratch = Files.createDirectories(folder.resolve("switchback/scratch"));
        Files.createFile(scratch.resolve("4711-1-1f2e3d4c.lock"));
        Files.createDirectories(scratch.resolve("4711-1-1f2e3d4c/finished/data"));
        run();
        assertThat(scratch).isEmptyDirectory();
        assertThat(stored()).hasSize(1);
    }

    @Test
    void twoBuildsWithDifferentMigrationsAtTheSameTimeHaveATemplateEach() throws IOException {
        Path other = Files.createTempDirectory("other-migrations");
        try {
            Files.writeString(other.resolve("V1__word.sql"), "CREATE TABLE word (text varchar(80))");
            for (int i = 0; i < 2; i++) {
                CompletableFuture<Void> one = CompletableFuture.runAsync(this::run);
                CompletableFuture<Void> two = CompletableFuture.runAsync(
                        () -> run(OneTestCase.class, Map.of(SwitchbackParameters.MIGRATIONS, "filesystem:" + other)));
                CompletableFuture.allOf(one, two).join();
            }
        } finally {
            delete(other);
        }
        assertThat(INSTALLED).hasSize(4);
        assertThat(new HashSet<>(INSTALLED)).hasSize(2);
        assertThat(stored()).hasSize(2);
    }

    /** No server is needed to tell. */
    @Nested
    class Digests {

        private Optional<String> digest(MigrationVersion target, Consumer<FluentConfiguration> flyway) {
            ServerSettings server = new ServerSettings(
                    ServerProviders.installed().choose("embedded-postgres"),
                    ServerRequest.defaults(),
                    Set.of(),
                    TemplateKeeping.ON);
            return TemplateDigests.digest(new DatabaseSettings(
                    server,
                    new FlywaySettings(
                            List.of("filesystem:" + migrations), List.of(), FlywayLogging.KEEP, flyway, Map.of()),
                    target,
                    Map.of()));
        }

        private String digest() {
            return digest(MigrationVersion.LATEST, CodeSettings.NONE.flyway()).orElseThrow();
        }

        @Test
        void anythingThatFlywayMightRunCounts() throws IOException {
            Set<String> digests = new HashSet<>();
            digests.add(digest());
            write("V1__word.sql", "CREATE TABLE word (text varchar(80))");
            digests.add(digest());
            write("afterMigrate.sql", "SELECT 1");
            digests.add(digest());
            write("V1__word.sql.conf", "executeInTransaction=false");
            digests.add(digest());
            Files.move(migrations.resolve("V1__word.sql"), migrations.resolve("V2__word.sql"));
            digests.add(digest());
            digests.add(digest(MigrationVersion.fromVersion("1"), CodeSettings.NONE.flyway())
                    .orElseThrow());
            digests.add(digest(MigrationVersion.LATEST, flyway -> flyway.placeholders(Map.of("a", "b")))
                    .orElseThrow());
            digests.add(digest(MigrationVersion.LATEST, flyway -> flyway.placeholders(Map.of("a", "c")))
                    .orElseThrow());

            assertThat(digests).hasSize(8);
        }

        @Test
        void isTheSameForTheSame() {
            assertThat(digest()).isEqualTo(digest()).hasSize(32);
            assertThat(digest(MigrationVersion.LATEST, flyway -> flyway.placeholders(Map.of("a", "b"))))
                    .isEqualTo(digest(MigrationVersion.LATEST, flyway -> flyway.placeholders(Map.of("a", "b"))));
        }

        @Test
        void otherClassesBesideAJavaMigrationCount() throws IOException {
            write("V2__more.class", "");
            String before = digest();
            write("Helper.class", "changed");

            assertThat(digest()).isNotEqualTo(before);
        }

        @Test
        void ofObjectsThatRunThereIsNone() {
            assertThat(digest(MigrationVersion.LATEST, flyway -> flyway.javaMigrations(new V9__registered())))
                    .isEmpty();
            assertThat(digest(MigrationVersion.LATEST, flyway -> flyway.resolvers(context -> List.of())))
                    .isEmpty();
        }
    }

    static final class V9__registered extends BaseJavaMigration {

        @Override
        public void migrate(Context context) {}
    }

    @Test
    void aDamagedDataDirectoryIsMadeAgain() throws IOException {
        Map<String, String> off = Map.of(SwitchbackParameters.TEMPLATES, "off");
        run(OneTestCase.class, off);
        try (Stream<Path> clusters = Files.list(folder.resolve("switchback/clusters"))) {
            Files.delete(clusters.toList().get(0).resolve("data/PG_VERSION"));
        }
        run(OneTestCase.class, off);

        assertMigratedInBothRuns();
    }

    @Test
    void aRoleOfAMigrationComesWithItsTemplateAndNoOther() throws IOException {
        write("V1__word.sql", "CREATE ROLE clerk; CREATE TABLE word (text text)");
        run();
        run();
        assertMigratedOnceInTwoRuns();

        write("V1__word.sql", "CREATE TABLE word (text varchar(80))");
        run();
        assertThat(ROLES).containsExactly("1", "1", "0");
    }

    @Test
    void nothingIsKeptOfAServerOnWhichATestHasChangedARole() throws IOException {
        run(RoleTestCase.class, Map.of());

        assertThat(stored()).isEmpty();
    }

    @TestDatabase
    static class RoleTestCase {

        @Test
        void changesARole(DSLContext sql) {
            note(sql);
            sql.execute("ALTER ROLE postgres SET work_mem = '123kB'");
        }
    }
}
