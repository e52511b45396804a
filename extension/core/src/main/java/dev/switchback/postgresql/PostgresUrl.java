package dev.switchback.postgresql;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a PostgreSQL JDBC URL.
 *
 * @param server everything up to the database, such as {@code jdbc:postgresql://localhost:5432/}
 * @param parameters everything after it, {@code ?} included, or empty
 */
record PostgresUrl(String server, String parameters) {

    private static final Pattern FORM = Pattern.compile("(jdbc:postgresql:(?://[^/?]*/?)?)([^?]*)(\\?.*)?");

    static boolean matches(String url) {
        return FORM.matcher(url).matches();
    }

    static PostgresUrl of(String url) {
        Matcher parts = FORM.matcher(url);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a PostgreSQL URL: " + url);
        }
        String server = parts.group(1);
        boolean slashMissing = server.contains("//") && !server.endsWith("/");
        return new PostgresUrl(slashMissing ? server + "/" : server, parts.group(3) == null ? "" : parts.group(3));
    }

    String database(String name) {
        return server + name + parameters;
    }
}
