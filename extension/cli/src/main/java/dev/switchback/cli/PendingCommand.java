package dev.switchback.cli;

import dev.switchback.migration.MigrationTable;
import dev.switchback.migration.Migrations;
import picocli.CommandLine.Command;

/** {@code switchback pending}. */
@Command(
        name = "pending",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the migrations that apply would apply, in that order, as a table.",
            "The database is only read. Its user and password are in SWITCHBACK_USER and SWITCHBACK_PASSWORD."
        })
final class PendingCommand extends TableCommand {

    @Override
    MigrationTable table(Migrations migrations) {
        return migrations.pending();
    }
}
