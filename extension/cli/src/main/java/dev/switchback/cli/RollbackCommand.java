package dev.switchback.cli;

import dev.switchback.migration.Migrations;
import dev.switchback.migration.MigrationsException;
import dev.switchback.provision.Server;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchback rollback}. */
@Command(
        name = "rollback",
        mixinStandardHelpOptions = true,
        description = {
            "Undoes exactly one migration, the newest, or all down to a version. Names what is lost, and does nothing without --yes.",
            "The undo scripts are tried before, on a copy without rows. The database's user and password are in SWITCHBACK_USER and SWITCHBACK_PASSWORD."
        })
final class RollbackCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--to",
            paramLabel = "VERSION",
            description = "The version that is the newest afterwards; 0 undoes all.")
    private @Nullable String to;

    @Option(names = "--yes", description = "Does it.")
    private boolean isMeant;

    @Option(names = "--backup-first", description = "Writes a backup with pg_dump before.")
    private boolean isBackedUp;

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            description = "How long a statement waits for a lock before the undo is given up.")
    private @Nullable Integer lockTimeout;

    @Mixin
    private OperatingOptions operating = new OperatingOptions();

    @Mixin
    private BackupOptions backups = new BackupOptions();

    @Mixin
    private ServerOptions servers = new ServerOptions();

    @Override
    public Integer call() {
        LockTimeout.check(lockTimeout);
        TargetDatabase target = operating.target(Environment.of(spec));
        refuseWhileMigrating(target);
        PrintWriter out = spec.commandLine().getOut();
        RollbackPlan plan = plan(target);
        out.print(plan);
        if (plan.undone().isEmpty()) {
            return ExitCode.HOLDS;
        }
        if (!isMeant) {
            throw CommandException.wrongUse("Nothing was done. If that is meant, add --yes.");
        }
        if (isBackedUp) {
            Backup backup = Backup.prepare(target, backups, false, Environment.of(spec));
            backup.write();
            out.println("Backup: " + backup.file() + "\nIt comes back, while nobody is connected, with: "
                    + backup.restoreCommand());
        }
        LockTimeout.set(target.source(), lockTimeout);
        return undo(target);
    }

    private static void refuseWhileMigrating(TargetDatabase target) {
        try (Connection connection = target.source().getConnection();
                Statement statement = connection.createStatement()) {
            List<String> others = UnfinishedWork.migrating(statement);
            if (!others.isEmpty()) {
                throw CommandException.findings("Nothing was done. " + String.join("\n", others));
            }
        } catch (SQLException e) {
            throw CommandException.environment("The database cannot be read: " + e.getMessage());
        }
    }

    private RollbackPlan plan(TargetDatabase target) {
        try (Server server = servers.start()) {
            return RollbackPlan.of(target, server, Optional.ofNullable(to));
        } catch (MigrationsException e) {
            throw CommandException.findings(
                    "Nothing was done. " + String.valueOf(e.getMessage()).strip());
        }
    }

    private int undo(TargetDatabase target) {
        Migrations migrations = target.migrations();
        try {
            if (to == null) {
                migrations.down();
            } else {
                migrations.down(to);
            }
        } catch (MigrationsException e) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(String.valueOf(e.getMessage()).strip());
            LockTimeout.advice(e).ifPresent(err::println);
            try {
                err.print(DatabaseStatus.of(target));
            } catch (CommandException | MigrationsException unreachable) {
                err.println("The database cannot be reached any more. Ask it when it is back: switchback status");
                return ExitCode.ENVIRONMENT;
            }
            return ExitCode.FINDINGS;
        }
        spec.commandLine().getOut().print(DatabaseStatus.of(target));
        return ExitCode.HOLDS;
    }
}
