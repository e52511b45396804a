package shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.lint.DryRun;
import dev.switchback.lint.LintSettings;
import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationRow;
import dev.switchback.migration.Migrations;
import dev.switchback.migration.MigrationsException;
import dev.switchback.migration.drift.Drift;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.provision.ServerProviders;
import dev.switchback.provision.ServerRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The steps of docs/runbook.md, one after the other, with a database two versions behind in the place of production. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RunbookTest {

    private final Server server = Server.start(ServerProviders.installed().choose(""), ServerRequest.defaults());
    private final Database production = server.create();
    private final Flyway flyway =
            flyway(production).initSql("SET lock_timeout = '5s'").load();
    private final Migrations migrations = Migrations.of(flyway);

    private static FluentConfiguration flyway(Database database) {
        return Flyway.configure().dataSource(database.dataSource());
    }

    /** The server knows then that the tables are empty, so that findings about locks on them are notices. */
    @BeforeAll
    void twoVersionsBehind() throws SQLException {
        migrations.up("17");
        try (Connection connection = production.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE");
        }
    }

    @AfterAll
    void close() {
        production.close();
        server.close();
    }

    @Test
    @Order(1)
    void preflight() {
        assertThat(migrations.history().rows())
                .noneMatch(row -> row.state().isFailed() || !row.state().isResolved());
        assertThat(migrations.pending().migrations())
                .extracting(Migration::version)
                .containsExactly("18", "19", "");

        DryRun dryRun = DryRun.of(server, flyway, LintSettings.defaults());

        assertThat(dryRun.drift().isEmpty()).as("%s", dryRun).isTrue();
        assertThat(dryRun.migrations()).hasSize(3);
        assertThat(dryRun.report().failures()).as("%s", dryRun).isEmpty();
    }

    @Test
    @Order(2)
    void rehearseOnStaging() {
        try (Database staging = server.copy(production)) {
            Migrations rehearsal = Migrations.of(flyway(staging).load());

            rehearsal.up();
            rehearsal.down();
            rehearsal.up();

            assertThat(rehearsal.history().rows())
                    .filteredOn(row -> row.migration().version().equals("19"))
                    .flatExtracting(MigrationRow::time)
                    .hasSize(1);
        }
    }

    @Test
    @Order(3)
    void applyAndVerify() {
        migrations.up();

        assertThat(migrations.pending().isEmpty()).isTrue();
        flyway.validate();
        try (Database empty = server.create()) {
            Drift drift = Drift.between(production.dataSource(), flyway(empty).load());
            assertThat(drift.isEmpty()).as("%s", drift).isTrue();
        }
    }

    @Test
    @Order(4)
    void rollBackExactlyOne() {
        Migration undone = migrations.down();

        assertThat(undone.version()).isEqualTo("19");
        assertThat(migrations.pending().migrations())
                .extracting(Migration::version)
                .containsExactly("19");
    }

    @Test
    @Order(5)
    void fixForward(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("V20__fix.sql"), "ALTER TABLE nowhere ADD COLUMN note text;");
        Migrations fixed = Migrations.of(flyway(production)
                .locations("classpath:db/migration", "filesystem:" + folder)
                .load());
        assertThatThrownBy(fixed::up).isInstanceOf(MigrationsException.class).hasMessageContaining("V20__fix.sql");
        assertThat(fixed.pending().migrations()).extracting(Migration::version).containsExactly("20");

        Files.writeString(folder.resolve("V20__fix.sql"), "ALTER TABLE customer ADD COLUMN note text;");
        fixed.up();

        assertThat(fixed.pending().isEmpty()).isTrue();
    }
}
