package dev.switchback.cli;

import dev.switchback.migration.MigrationTable;
import dev.switchback.migration.Migrations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that prints a table of migrations of a database. */
abstract class TableCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private OperatingOptions operating = new OperatingOptions();

    abstract MigrationTable table(Migrations migrations);

    @Override
    public final Integer call() {
        spec.commandLine()
                .getOut()
                .print(table(operating.target(Environment.of(spec)).migrations()));
        return ExitCode.HOLDS;
    }
}
