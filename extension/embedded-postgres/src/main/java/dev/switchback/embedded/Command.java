package dev.switchback.embedded;

import dev.switchback.provision.ProvisionException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs a program to its end. */
final class Command {

    private Command() {}

    /**
     * @param output both of its streams, together
     */
    record Outcome(int code, String output) {

        boolean succeeded() {
            return code == 0;
        }
    }

    /** @throws IOException if the program is not there */
    static Outcome run(List<String> command) throws IOException {
        Process process = builder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Outcome(process.waitFor(), output.strip());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new ProvisionException("Interrupted while " + command.get(0) + " ran", e);
        }
    }

    /** A process that no environment variable of PostgreSQL's can lead astray. */
    static ProcessBuilder builder(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("PG"));
        environment.put("LC_ALL", "C");
        return builder;
    }
}
