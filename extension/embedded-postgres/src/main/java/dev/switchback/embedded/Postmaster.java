package dev.switchback.embedded;

import dev.switchback.embedded.Command.Outcome;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** PostgreSQL's main process, which ends all its others when it ends. */
final class Postmaster {

    private static final long START_SECONDS = 60;
    private static final long STOP_SECONDS = 10;
    private static final long GLANCE_MILLIS = 3;

    private final ProcessHandle process;
    private final Path pgCtl;
    private final Account account;

    private Postmaster(ProcessHandle process, Path pgCtl, Account account) {
        this.process = process;
        this.pgCtl = pgCtl;
        this.account = account;
    }

    static Postmaster start(Cluster cluster, Path data, Path log) throws IOException {
        List<String> command =
                cluster.account().command(cluster.binaries().executable("postgres"), List.of("-D", data.toString()));
        Process process = Command.builder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        return new Postmaster(process.toHandle(), cluster.binaries().executable("pg_ctl"), cluster.account());
    }

    /**
     * The process that runs on a data directory, if it is one of the binaries in {@code folder}: a number that the operating
     * system has given to another program since is not touched.
     */
    static Optional<Postmaster> of(Path data, WorkFolder folder) throws IOException {
        String pid = line(data, 0);
        if (!pid.matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(process -> process.info()
                        .command()
                        .filter(command -> Path.of(command).startsWith(folder.binaries()))
                        .isPresent())
                .filter(process -> process.info()
                        .arguments()
                        .map(arguments -> List.of(arguments).contains(data.toString()))
                        .orElse(true))
                .map(process -> new Postmaster(
                        process,
                        Path.of(process.info().command().orElseThrow()).resolveSibling(pgCtlName(process)),
                        folder.root() ? Account.FOR_ROOT.get(0) : Account.OWN));
    }

    private static String pgCtlName(ProcessHandle process) {
        return process.info().command().orElse("").endsWith(".exe") ? "pg_ctl.exe" : "pg_ctl";
    }

    /** Waits until it accepts connections. False if it ended before, or takes longer than a minute. */
    boolean awaitReady(Path data) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            if (line(data, 7).startsWith("ready")) {
                return true;
            }
            try {
                Thread.sleep(GLANCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return false;
    }

    private static String line(Path data, int index) throws IOException {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            return index < lines.size() ? lines.get(index).strip() : "";
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /** Ends it at once, with all sessions, and returns when it is gone. */
    void stop() throws IOException {
        if (!process.isAlive()) {
            return;
        }
        Outcome outcome = Command.run(account.command(pgCtl, List.of("kill", "QUIT", Long.toString(process.pid()))));
        if (!outcome.succeeded() || !ended()) {
            process.destroyForcibly();
            ended();
        }
    }

    private boolean ended() {
        try {
            process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
