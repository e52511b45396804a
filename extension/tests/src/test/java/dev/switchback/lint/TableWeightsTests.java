package dev.switchback.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.switchback.migration.Severity;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import dev.switchback.testing.Folder;
import dev.switchback.testing.SharedServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Findings are weighed by the tables of production. */
@ExtendWith(SharedServer.class)
class TableWeightsTests {

    private static final LintSettings SETTINGS =
            LintSettings.defaults().without("type-narrowed", "breaks-running-version");

    private final Server server;
    private final Folder folder;

    TableWeightsTests(Server server, @TempDir Path path) {
        this.server = server;
        this.folder = new Folder(path)
                .up(
                        1,
                        "tables",
                        """
                        CREATE TABLE orders (id int, note text);
                        CREATE TABLE country (id int, note text);
                        CREATE TABLE fresh (id int, note text);
                        CREATE TABLE middle (id int, note text);
                        """)
                .up(
                        2,
                        "work",
                        """
                        CREATE INDEX orders_idx ON orders (id);
                        CREATE INDEX country_idx ON country (id);
                        CREATE INDEX fresh_idx ON fresh (id);
                        CREATE INDEX middle_idx ON middle (id);
                        """)
                .up(3, "anew", "ALTER TABLE orders ALTER COLUMN id TYPE bigint;")
                .up(4, "required", "ALTER TABLE fresh ADD COLUMN code int NOT NULL;")
                .up(5, "dropped", "DROP INDEX country_idx;");
    }

    private List<String> weighed(LintSettings settings) {
        return Lint.of(server, folder.flyway(), settings).run().findings().stream()
                .map(finding -> "V%s:%d %s%s"
                        .formatted(
                                finding.migration().orElseThrow().version(),
                                finding.line(),
                                finding.rule().id(),
                                finding.severity() == Severity.FAIL ? "" : " notice"))
                .filter(line -> !line.contains("several-tables"))
                .toList();
    }

    @Test
    void smallTablesLowerAndLargeOnesKeep() {
        LintSettings settings = SETTINGS.withTables(TableSettings.defaults().withRowCounts("lint/rows.csv"));

        assertThat(weighed(settings))
                .containsExactly(
                        "V2:1 index-not-concurrent",
                        "V2:2 index-not-concurrent notice",
                        "V2:3 index-not-concurrent notice",
                        "V2:4 index-not-concurrent",
                        "V3:1 type-change-rewrites",
                        "V4:1 not-null-without-default notice",
                        "V5:1 index-dropped-not-concurrent notice");
        assertThat(Lint.of(server, folder.flyway(), settings).run().findings())
                .filteredOn(finding -> finding.rule().id().matches("index-not.*|type-.*|not-null.*"))
                .extracting(finding -> finding.effect().replaceFirst("^.*?(?=In production)", ""))
                .containsExactly(
                        "In production public.orders has about 12,000,000 rows: building the index takes in the order of 24 seconds.",
                        "In production public.country has about 200 rows: building the index takes in the order of less than a second.",
                        "In production public.fresh is empty.",
                        "In production public.middle has about 50,000 rows: building the index takes in the order of less than a second.",
                        "In production public.orders has about 12,000,000 rows: writing them anew takes in the order of 72 seconds.",
                        "In production public.fresh is empty.");
    }

    @Test
    void aPartitionIsCountedWithItsTable() {
        folder.up(
                        6,
                        "event",
                        """
                        CREATE TABLE event (id int) PARTITION BY LIST (id);
                        CREATE TABLE event_1 PARTITION OF event FOR VALUES IN (1);
                        CREATE TABLE event_2 PARTITION OF event DEFAULT;
                        """)
                .up(7, "check", "ALTER TABLE event ADD CONSTRAINT positive CHECK (id > 0);");
        LintSettings settings =
                SETTINGS.withTables(TableSettings.defaults().withRowCounts("lint/partitioned-rows.csv"));

        assertThat(Lint.of(server, folder.flyway(), settings).run().findings())
                .filteredOn(finding -> finding.rule().id().equals("check-scans"))
                .singleElement()
                .extracting(LintFinding::effect)
                .asString()
                .endsWith(
                        "In production public.event has about 20,000,000 rows: reading them takes in the order of 20 seconds.");
    }

    @Test
    void whatIsHotFailsHoweverSmallItIs() {
        LintSettings settings =
                SETTINGS.withTables(TableSettings.defaults().withHot("coun*").withRowCounts("lint/rows.csv"));

        assertThat(weighed(settings))
                .contains("V2:2 index-not-concurrent", "V5:1 index-dropped-not-concurrent")
                .contains("V2:3 index-not-concurrent notice");
    }

    @Test
    void aSeverityThatIsSetWins() {
        LintSettings settings = SETTINGS.withTables(TableSettings.defaults().withRowCounts("lint/rows.csv"))
                .withSeverity("index-not-concurrent", Severity.FAIL);

        assertThat(weighed(settings)).contains("V2:2 index-not-concurrent", "V2:3 index-not-concurrent");
    }

    @Test
    void tablesThatNoMigrationMakesAreRefused() {
        assertThatThrownBy(() ->
                        weighed(SETTINGS.withTables(TableSettings.defaults().withRowCounts("lint/unknown-rows.csv"))))
                .isInstanceOf(LintException.class)
                .hasMessage("lint/unknown-rows.csv:2: no migration makes a table ordres. Did you mean orders?");
        assertThatThrownBy(() ->
                        weighed(SETTINGS.withTables(TableSettings.defaults().withHot("public.order"))))
                .isInstanceOf(LintException.class)
                .hasMessage(
                        "No migration makes a table that the setting hot means with public.order. Did you mean public.orders?");
    }

    @Test
    void aDryRunTakesTheNumbersOfTheDatabase() throws SQLException {
        try (Database production = server.create()) {
            folder.flyway()
                    .dataSource(production.dataSource())
                    .target("1")
                    .load()
                    .migrate();
            try (Connection connection = production.dataSource().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("INSERT INTO orders SELECT generate_series(1, 20000); ANALYZE");
            }

            DryRun run = DryRun.of(
                    server,
                    folder.flyway()
                            .dataSource(production.dataSource())
                            .target("2")
                            .load(),
                    SETTINGS);

            assertThat(run.report().findings().get(0).effect())
                    .endsWith(
                            "In production public.orders has about 20,000 rows: building the index takes in the order of less than a second.");
            assertThat(run.report().findings().get(1).severity()).isEqualTo(Severity.NOTICE);
        }
    }
}
