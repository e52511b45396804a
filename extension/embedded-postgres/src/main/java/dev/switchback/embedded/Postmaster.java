package dev.switchback.embedded;

import dev.switchback.embedded.Command.Outcome;
import dev.switchback.threads.Pause;
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
    private final Path executable;
    private final Optional<Watchdog> watchdog;

    private Postmaster(ProcessHandle process, Path executable, Optional<Watchdog> watchdog) {
        this.process = process;
        this.executable = executable;
        this.watchdog = watchdog;
    }

    static Postmaster start(Cluster cluster, Path data, Path log) throws IOException {
        Path executable = cluster.binaries().executable("postgres");
        List<String> command = cluster.account().command(executable, List.of("-D", data.toString()));
        Process process = Command.builder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
        process.getOutputStream().close();
        return new Postmaster(process.toHandle(), executable, Watchdog.over(process.pid(), data));
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
        return ProcessHandle.of(Long.parseLong(pid)).flatMap(process -> {
            // asked once, as it may end meanwhile
            ProcessHandle.Info info = process.info();
            return info.command()
                    .map(Path::of)
                    .filter(command -> command.startsWith(folder.binaries()))
                    .filter(command -> info.arguments()
                            .map(arguments -> List.of(arguments).contains(data.toString()))
                            .orElse(true))
                    .map(command -> new Postmaster(process, command, Optional.empty()));
        });
    }

    /** Waits until it accepts connections. False if it ended before, or takes longer than a minute. */
    boolean awaitReady(Path data) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (process.isAlive() && System.nanoTime() < end) {
            if (line(data, 7).startsWith("ready")) {
                return true;
            }
            if (!Pause.ofMillis(GLANCE_MILLIS)) {
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

    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Lets it go on when this JVM ends; false if it has ended. */
    boolean leave() {
        watchdog.ifPresent(Watchdog::dismiss);
        return process.isAlive();
    }

    /** Ends its sessions, has it write down everything, and returns when it is gone; false if it is still there. */
    boolean stopInOrder() throws IOException {
        watchdog.ifPresent(Watchdog::dismiss);
        return Command.run(signal("INT")).succeeded() && ended();
    }

    /** Ends it at once, with all sessions, and returns when it is gone. */
    void stop() throws IOException {
        watchdog.ifPresent(Watchdog::dismiss);
        if (!process.isAlive()) {
            return;
        }
        Outcome outcome = Command.run(signal("QUIT"));
        if (!outcome.succeeded() || !ended()) {
            process.destroyForcibly();
            ended();
        }
    }

    /** Java itself can only ask PostgreSQL to wait for its clients, or kill it so that it cannot clean up. */
    private List<String> signal(String signal) {
        String pid = Long.toString(process.pid());
        String name = executable.getFileName().toString();
        return name.endsWith(".exe")
                ? List.of(executable.resolveSibling("pg_ctl.exe").toString(), "kill", signal, pid)
                : List.of("sh", "-c", "kill -" + signal + " " + pid);
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
