package dev.switchback.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A program in a JVM of its own, which measures itself: its output has a line {@code nanos: ...}. */
public record Jvm(Class<?> program, List<String> options, List<String> arguments) implements Contender {

    private static final String RESULT = "nanos: ";

    /** Says what was measured, in the other JVM. */
    public static void tell(long nanos) {
        System.out.println(RESULT + nanos);
    }

    @Override
    public Duration run() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "-cp", System.getProperty("java.class.path")));
        command.addAll(options);
        command.add(program.getName());
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return output.lines()
                .filter(line -> line.startsWith(RESULT))
                .map(line -> Duration.ofNanos(Long.parseLong(line.substring(RESULT.length()))))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        program.getSimpleName() + " ended with " + exit + " and did not measure:\n" + output));
    }
}
