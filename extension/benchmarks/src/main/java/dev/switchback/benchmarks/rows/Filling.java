package dev.switchback.benchmarks.rows;

import dev.switchback.benchmarks.Contender;
import dev.switchback.filling.GeneratedRows;
import dev.switchback.filling.GeneratedRowsReport;
import dev.switchback.provision.Database;
import dev.switchback.provision.Server;
import java.time.Duration;

/** Rows that Switchback makes up for all tables of a copy; making the copy does not count. */
record Filling(Server server, Database template, int tables) implements Contender {

    @Override
    public Duration run() throws Exception {
        try (Database copy = server.copy(template)) {
            return Contender.time(() -> {
                GeneratedRowsReport report = GeneratedRows.into(copy.dataSource());
                if (report.tables().size() != tables || !report.refused().isEmpty()) {
                    throw new IllegalStateException(report.toString());
                }
            });
        }
    }
}
