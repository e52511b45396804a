package dev.switchback.benchmarks.roundtrip;

import dev.switchback.provision.Database;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program of that name, as it is installed on the machine. */
final class PgDump {

    private static final Pattern MAJOR = Pattern.compile(" (\\d+)[.\\w]*");

    /** Newer versions write a random word at the beginning and at the end. */
    private static final Pattern RESTRICTION = Pattern.compile("(?m)^\\\\(un)?restrict .*$");

    private PgDump() {}

    /** The newest server version that it can dump; nothing if it is not installed. */
    static OptionalInt major() {
        try {
            Matcher matcher = MAJOR.matcher(output(new ProcessBuilder("pg_dump", "--version")));
            return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    /** The schema as SQL, without one table. */
    static String schemaOf(Database database, String excluded) throws IOException {
        URI uri = URI.create(database.url().substring("jdbc:".length()));
        ProcessBuilder program = new ProcessBuilder(
                "pg_dump",
                "--schema-only",
                "--exclude-table=" + excluded,
                "--host=" + uri.getHost(),
                "--port=" + uri.getPort(),
                "--username=" + database.user(),
                database.name());
        program.environment().put("PGPASSWORD", database.password());
        return RESTRICTION.matcher(output(program)).replaceAll("");
    }

    private static String output(ProcessBuilder program) throws IOException {
        Process process = program.redirectError(Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException(program.command().get(0) + " ended with " + process.exitValue());
            }
        } catch (InterruptedException e) {
            process.destroy();
            throw new IllegalStateException(e);
        }
        return output;
    }
}
