package dev.switchback.benchmarks.project;

import dev.switchback.benchmarks.Arguments;
import dev.switchback.benchmarks.Benchmark;
import dev.switchback.benchmarks.Report;
import dev.switchback.filling.FilledTable;
import dev.switchback.filling.GeneratedRows;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.migration.Finding;
import dev.switchback.migration.MigrationStep;
import dev.switchback.migration.RoundTrip;
import dev.switchback.migration.RoundTripRows;
import dev.switchback.migration.RoundTripSettings;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Generated rows over a folder of migrations: the share of its tables that take some, and what they show of each step. */
public final class RowsOfProject implements Benchmark {

    @Override
    public String name() {
        return "rows-of";
    }

    @Override
    public String summary() {
        return "the tables of a folder of V and U files that take generated rows, and what those show of each step";
    }

    @Override
    public String arguments() {
        return "FOLDER [--version=MAJOR] [--messages]";
    }

    @Override
    public void run(Arguments arguments, Report report) throws Exception {
        try (Server server = ProjectFolder.server(arguments)) {
            atHead(server, arguments, report);
            findings(server, arguments, report);
        }
    }

    private static void atHead(Server server, Arguments arguments, Report report) {
        try (Database head = server.create()) {
            FluentConfiguration flyway = ProjectFolder.flyway(arguments).dataSource(head.dataSource());
            // otherwise an index that is built concurrently waits for ever
            flyway.getPluginRegister()
                    .getExact(PostgreSQLConfigurationExtension.class)
                    .setTransactionalLock(false);
            flyway.load().migrate();
            GeneratedRowsReport rows = GeneratedRows.into(head.dataSource());
            List<FilledTable> refused = rows.refused();
            int all = rows.tables().size();
            report.say(String.format(
                    Locale.ROOT,
                    "Tables with rows at the newest version: %d of %d (%.1f of 100)",
                    all - refused.size(),
                    all,
                    100.0 * (all - refused.size()) / Math.max(1, all)));
            refused.forEach(table -> report.say("  " + table));
        }
    }

    private static void findings(Server server, Arguments arguments, Report report) {
        Map<String, Integer> counts = new TreeMap<>();
        List<MigrationStep> steps = RoundTrip.of(
                        server,
                        ProjectFolder.flyway(arguments),
                        RoundTripSettings.defaults().withGeneratedRows(RoundTripRows.GENERATED))
                .run(step -> {})
                .steps();
        for (MigrationStep step : steps) {
            for (Finding finding : step.verdict().findings()) {
                if (finding.rule().startsWith("rows-")) {
                    counts.merge(finding.rule(), 1, Integer::sum);
                    report.say(
                            arguments.has("messages") ? "\n" + finding.text() : finding.rule() + " " + finding.title());
                }
            }
        }
        report.say(steps.size() + " steps, findings only over generated rows: " + counts);
    }
}
