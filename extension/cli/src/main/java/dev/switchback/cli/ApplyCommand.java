package dev.switchback.cli;

import dev.switchback.migration.Migration;
import dev.switchback.migration.MigrationsException;
import dev.switchback.provision.Server;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code switchback apply}. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Applies to a database what is pending, each migration in its transaction, and says where it then stands.",
            "Its user and password are in SWITCHBACK_USER and SWITCHBACK_PASSWORD."
        })
final class ApplyCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--backup-first", description = "Writes a backup with pg_dump before.")
    private boolean isBackedUp;

    @Option(
            names = "--prove-backup",
            description = "Also restores the backup on a server of its own, and counts the rows there.")
    private boolean isProved;

    @Option(
            names = "--verify-after",
            description =
                    "Compares the schema with the one that the migrations give on an empty database, looks for rows that refer to nothing, and counts rows.")
    private boolean isVerified;

    @Option(
            names = "--lock-timeout",
            paramLabel = "SECONDS",
            description = "How long a statement waits for a lock before the migration is given up.")
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
        DatabaseStatus before = DatabaseStatus.of(target);
        refuseTroubles(before);
        PrintWriter out = spec.commandLine().getOut();
        if (before.pending().isEmpty()) {
            out.print(before);
            return ExitCode.HOLDS;
        }
        Optional<Backup> backup = isBackedUp || isProved
                ? Optional.of(Backup.prepare(target, backups, isProved, Environment.of(spec)))
                : Optional.empty();
        if (!isProved && !isVerified) {
            backup.ifPresent(Backup::write);
            return apply(target, before, backup, Optional.empty());
        }
        try (Server server = servers.start()) {
            backup.ifPresent(Backup::write);
            if (isProved) {
                backup.ifPresent(each -> each.prove(server, target));
            }
            return apply(target, before, backup, isVerified ? Optional.of(server) : Optional.empty());
        }
    }

    /** A migration that broke off is mended before another is added to it. For one that goes on, Flyway waits. */
    private static void refuseTroubles(DatabaseStatus before) {
        if (!before.broken().isEmpty()) {
            throw CommandException.findings("Nothing was applied.\n" + before);
        }
    }

    private int apply(TargetDatabase target, DatabaseStatus before, Optional<Backup> backup, Optional<Server> server) {
        PrintWriter out = spec.commandLine().getOut();
        String wayBack = wayBack(before, backup);
        backup.ifPresent(each -> out.println("Backup: " + each.file()));
        out.println(wayBack);
        out.flush();
        Optional<Verification> verification = server.map(each -> Verification.begin(target, each));
        LockTimeout.set(target.source(), lockTimeout);
        List<Migration> applied;
        try {
            applied = target.migrations().up();
        } catch (MigrationsException e) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(String.valueOf(e.getMessage()).strip());
            LockTimeout.advice(e).ifPresent(err::println);
            return afterFailure(target, before, err);
        }
        DatabaseStatus after = DatabaseStatus.of(target);
        out.println(applied(before, after, applied));
        out.print(after);
        List<String> failures = verification.map(each -> each.failures(out)).orElse(List.of());
        if (failures.isEmpty()) {
            return ExitCode.HOLDS;
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println("The verification failed:\n" + String.join("\n", failures));
        err.println(wayBack);
        return ExitCode.FINDINGS;
    }

    /** The call that takes it back, printed before anything is done. */
    private static String wayBack(DatabaseStatus before, Optional<Backup> backup) {
        String version = before.newest().map(Migration::version).orElse("0");
        return "The way back, if it is needed: switchback rollback --to " + version
                + backup.map(each -> "\nor, with all rows as they are now, while nobody is connected: "
                                + each.restoreCommand())
                        .orElse("");
    }

    private static String applied(DatabaseStatus before, DatabaseStatus after, List<Migration> applied) {
        List<Migration> left = after.pending().migrations();
        boolean isMine = applied.size()
                == before.pending().migrations().stream()
                        .filter(each -> !each.version().isEmpty() && !left.contains(each))
                        .count();
        String names = before.pending().migrations().stream()
                .filter(each -> !left.contains(each))
                .map(DatabaseStatus::name)
                .collect(Collectors.joining(", "));
        return "Applied: " + names + (isMine ? "." : ", by another session meanwhile.");
    }

    private static int afterFailure(TargetDatabase target, DatabaseStatus before, PrintWriter err) {
        try {
            DatabaseStatus after = DatabaseStatus.of(target);
            int done = before.pending().rows().size() - after.pending().rows().size();
            err.println(
                    done == 0
                            ? "Nothing was applied."
                            : done == 1
                                    ? "1 migration before it was applied."
                                    : done + " migrations before it were applied.");
            err.print(after);
        } catch (CommandException | MigrationsException e) {
            err.println(
                    "The database cannot be reached any more, so it is not known what was applied. Ask it when it is back: switchback status");
            return ExitCode.ENVIRONMENT;
        }
        return ExitCode.FINDINGS;
    }
}
