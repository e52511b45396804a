package dev.switchback.benchmarks.client;

import dev.switchback.provision.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A run of a program: what it wrote, and how it ended. */
record Program(int exit, String output, String errors) {

    static Program run(List<String> command) throws IOException {
        return run(command, Map.of());
    }

    /** Runs a program that finds its database in the environment, as all of PostgreSQL's do. */
    static Program run(List<String> command, Database database) throws IOException {
        URI uri = URI.create(database.url().substring("jdbc:".length()));
        return run(
                command,
                Map.of(
                        "PGHOST", uri.getHost(),
                        "PGPORT", Integer.toString(uri.getPort()),
                        "PGDATABASE", database.name(),
                        "PGUSER", database.user(),
                        "PGPASSWORD", database.password(),
                        "PGCLIENTENCODING", "UTF8"));
    }

    private static Program run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        CompletableFuture<String> errors = CompletableFuture.supplyAsync(() -> errorsOf(process));
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new Program(process.waitFor(), output, errors.join());
        } catch (InterruptedException e) {
            process.destroy();
            throw new IllegalStateException(e);
        }
    }

    private static String errorsOf(Process process) {
        try {
            return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
