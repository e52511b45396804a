package dev.switchback.cli;

import dev.switchback.migration.MigrationTable;
import dev.switchback.migration.Migrations;
import picocli.CommandLine.Command;

/** {@code switchback history}. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = {
            "Prints Flyway's history of a database as a table.",
            "The database is only read. Its user and password are in SWITCHBACK_USER and SWITCHBACK_PASSWORD."
        })
final class HistoryCommand extends TableCommand {

    @Override
    MigrationTable table(Migrations migrations) {
        return migrations.history();
    }
}
