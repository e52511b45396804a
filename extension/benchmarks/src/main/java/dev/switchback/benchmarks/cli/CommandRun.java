package dev.switchback.benchmarks.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One call of the jar.
 *
 * @param time from the start of the process to its end
 * @param megabytes the most of the machine's memory that it had, as Linux tells it; 0 elsewhere
 */
record CommandRun(Duration time, int megabytes) {

    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");

    /**
     * Calls the jar, and fails if that is no judgment: with an exit code above that of findings.
     *
     * @param classes with migrations that are no files, behind the jar
     * @param environment variables beside those of this process
     */
    static CommandRun of(Path jar, Path classes, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                jar + File.pathSeparator + classes,
                "dev.switchback.cli.SwitchbackCommand"));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Path out = Files.createTempFile("switchback-cli", ".txt");
        long start = System.nanoTime();
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(Redirect.to(out.toFile()))
                .start();
        int megabytes = 0;
        try {
            while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
                megabytes = Math.max(megabytes, peak(process.pid()));
            }
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            if (process.exitValue() > 1) {
                throw new IllegalStateException(arguments.get(0) + " exits with " + process.exitValue() + ":\n"
                        + Files.readString(out, StandardCharsets.UTF_8));
            }
            return new CommandRun(time, megabytes);
        } finally {
            process.destroyForcibly();
            Files.delete(out);
        }
    }

    /** Of a process that ends just now there is nothing to read. */
    private static int peak(long pid) {
        try {
            Matcher found = PEAK.matcher(Files.readString(Path.of("/proc/" + pid + "/status")));
            return found.find() ? Integer.parseInt(found.group(1)) / 1024 : 0;
        } catch (IOException ended) {
            return 0;
        }
    }
}
