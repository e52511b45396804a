package dev.switchback.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.switchback.migration.Finding;
import dev.switchback.provision.Server;
import dev.switchback.schema.ObjectKind;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import dev.switchback.testing.Trip;
import java.nio.file.Path;
import java.util.Map;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Features of Flyway that a round trip can judge. */
@ExtendWith(SharedServer.class)
class FlywayFeatureTests {

    private final Server server;
    private final Folder folder;

    FlywayFeatureTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path).step(1, "word", "CREATE TABLE word (text text);", "DROP TABLE word;");
    }

    @Test
    void placeholdersInBothDirections() {
        folder.step(2, "named", "CREATE TABLE ${table} (id int);", "DROP TABLE ${table};");

        Trip trip = Trip.of(server, folder.flyway(flyway -> flyway.placeholders(Map.of("table", "given"))));

        assertThat(trip.verdicts()).containsExactly("V1 holds", "V2 holds");
        assertThat(trip.step("2").after().find(ObjectKind.TABLE, "given")).isPresent();
    }

    @Test
    void indexesThatAreBuiltConcurrently() {
        folder.step(
                2,
                "concurrently",
                "CREATE INDEX CONCURRENTLY word_idx ON word (text);",
                "DROP INDEX CONCURRENTLY word_idx;");

        assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds");
    }

    @Test
    void scriptConfigurationOfMigrationAndUndo() {
        folder.step(
                        2,
                        "vacuum",
                        "VACUUM word;\nCREATE INDEX word_idx ON word (text);",
                        "VACUUM word;\nDROP INDEX word_idx;")
                .file("V2__vacuum.sql.conf", "executeInTransaction=false")
                .file("U2__vacuum.sql.conf", "executeInTransaction=false");

        assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds");
    }

    @Test
    void severalSchemasThatFlywayCreates() {
        folder.step(2, "other", "CREATE TABLE shop.article (id int);", "DROP TABLE shop.article;");

        assertThat(Trip.of(server, folder.flyway(flyway -> flyway.schemas("public", "shop")))
                        .verdicts())
                .containsExactly("V1 holds", "V2 holds");
    }

    @Test
    void aDefaultSchema() {
        Trip trip = Trip.of(server, folder.flyway(flyway -> flyway.defaultSchema("shop")));

        assertThat(trip.verdicts()).containsExactly("V1 holds");
        assertThat(trip.step("1").after().objects(ObjectKind.TABLE))
                .extracting(table -> table.name().qualified())
                .containsExactly("shop.word");
    }

    @Test
    void callbacksOfTheLocations() {
        folder.file("beforeEachMigrate.sql", "SET LOCAL lock_timeout = '7s';")
                .step(
                        2,
                        "needs it",
                        "DO $$ BEGIN ASSERT current_setting('lock_timeout') = '7s'; END $$;",
                        "DO $$ BEGIN ASSERT current_setting('lock_timeout') = '7s'; END $$;");

        assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds");
    }

    @Test
    void repeatablesDoNotRunInMidHistory() {
        folder.file("R__view.sql", "CREATE OR REPLACE VIEW late AS SELECT later FROM word;")
                .step(2, "later", "ALTER TABLE word ADD later text;", "ALTER TABLE word DROP later;")
                .step(3, "other", "CREATE TABLE other (id int);", "DROP TABLE other;");

        assertThat(Trip.of(server, folder).verdicts()).containsExactly("V1 holds", "V2 holds", "V3 holds");
    }

    @Test
    void aBaselineThatIsOnlyForDatabasesWithTables() {
        Trip trip = Trip.of(
                server, folder.flyway(flyway -> flyway.baselineOnMigrate(true).baselineVersion("1")));

        assertThat(trip.verdicts()).containsExactly("V1 holds");
    }

    @Test
    void groupsAndOutOfOrderAndMixed() {
        folder.step(
                2,
                "mixed",
                "CREATE INDEX CONCURRENTLY word_idx ON word (text);\nALTER TABLE word ADD n int;",
                "ALTER TABLE word DROP n;\nDROP INDEX CONCURRENTLY word_idx;");

        assertThat(Trip.of(server, folder.flyway(flyway -> flyway.group(true)
                                .mixed(true)
                                .outOfOrder(true)))
                        .verdicts())
                .containsExactly("V1 holds", "V2 holds");
    }

    @Test
    void versionsOfSeveralPartsAndBelowOne() {
        folder.file("V0.1__first.sql", "CREATE TABLE first (id int);")
                .file("U0.1__first.sql", "DROP TABLE first;")
                .file("V1.0.1__more.sql", "ALTER TABLE word ADD a int;")
                .file("U1.0.1__more.sql", "ALTER TABLE word DROP a;")
                .file("V1_1__again.sql", "ALTER TABLE word ADD b int;")
                .file("U1.1__again.sql", "ALTER TABLE word DROP b;");

        assertThat(Trip.of(server, folder).verdicts())
                .containsExactly("V0.1 holds", "V1 holds", "V1.0.1 holds", "V1.1 holds");
    }

    @Nested
    class JavaMigrations {

        @Test
        void withAnUndoBesideThem() {
            assertThat(Trip.of(server, folder.flyway(flyway -> flyway.javaMigrations(new V2__Java())))
                            .verdicts())
                    .containsExactly("V1 holds", "V2 holds");
        }

        @Test
        void withAnUndoInSql() {
            folder.file("U3__Sql_undo.sql", "ALTER TABLE word DROP java3;");

            assertThat(Trip.of(server, folder.flyway(flyway -> flyway.javaMigrations(new V3__Sql_undo())))
                            .verdicts())
                    .containsExactly("V1 holds", "V3 holds");
        }

        @Test
        void thatFailAreNamed() {
            Finding finding = Trip.of(server, folder.flyway(flyway -> flyway.javaMigrations(new V4__Failing())))
                    .finding("4");

            assertThat(finding.text())
                    .startsWith("V4__Failing: the migration fails")
                    .contains(V4__Failing.class.getName())
                    .contains("not today");
        }
    }

    public static final class V2__Java extends BaseJavaMigration {
        @Override
        public void migrate(Context context) throws Exception {
            try (var statement = context.getConnection().createStatement()) {
                statement.execute("ALTER TABLE word ADD java2 int");
            }
        }
    }

    public static final class V3__Sql_undo extends BaseJavaMigration {
        @Override
        public void migrate(Context context) throws Exception {
            try (var statement = context.getConnection().createStatement()) {
                statement.execute("ALTER TABLE word ADD java3 int");
            }
        }
    }

    public static final class V4__Failing extends BaseJavaMigration {
        @Override
        public void migrate(Context context) {
            throw new IllegalStateException("not today");
        }
    }
}
