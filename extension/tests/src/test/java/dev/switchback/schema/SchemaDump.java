package dev.switchback.schema;

import dev.switchback.provision.Database;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A schema as {@code pg_dump} writes it, which is another opinion on whether two are the same. */
final class SchemaDump {

    private static final Pattern OF_THE_DUMP = Pattern.compile("\\s*|--.*|SET default_\\w+ = .*;|\\\\(un)?restrict .*");

    private SchemaDump() {}

    /** The lines of a dump, without what is said about the dump itself. */
    static String of(String program, Database database) throws IOException {
        URI uri = URI.create(database.url().substring("jdbc:".length()));
        ProcessBuilder builder = new ProcessBuilder(List.of(program, "--schema-only"));
        builder.environment()
                .putAll(Map.of(
                        "PGHOST", uri.getHost(),
                        "PGPORT", Integer.toString(uri.getPort()),
                        "PGDATABASE", database.name(),
                        "PGUSER", database.user(),
                        "PGPASSWORD", database.password(),
                        "PGCLIENTENCODING", "UTF8"));
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return output.lines()
                .filter(line -> !OF_THE_DUMP.matcher(line).matches())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
