package dev.switchback.benchmarks.client;

import dev.switchback.provision.Database;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The program {@code pg_dump}. */
public final class PgDump {

    private static final Pattern MAJOR = Pattern.compile(" (\\d+)[.\\w]*");

    /** Newer versions write a random word at the beginning and at the end. */
    private static final Pattern RESTRICTION = Pattern.compile("(?m)^\\\\(un)?restrict .*$");

    private static final int NEWEST = 17;

    private PgDump() {}

    /** The newest server version that it can dump; nothing if it is not installed. */
    public static OptionalInt major() {
        try {
            Matcher matcher =
                    MAJOR.matcher(Program.run(List.of("pg_dump", "--version")).output());
            return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    /** The newest server version that it can dump and that the benchmarks can start; nothing if it is not installed. */
    public static OptionalInt newestServer() {
        OptionalInt major = major();
        return major.isEmpty() ? major : OptionalInt.of(Math.min(major.getAsInt(), NEWEST));
    }

    /** The database as SQL. */
    public static String of(Database database, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(options));
        command.add(0, "pg_dump");
        Program dump = Program.run(command, database);
        if (dump.exit() != 0) {
            throw new IllegalStateException("pg_dump ended with " + dump.exit() + ": " + dump.errors());
        }
        return RESTRICTION.matcher(dump.output()).replaceAll("");
    }
}
