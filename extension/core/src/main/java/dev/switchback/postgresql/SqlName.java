package dev.switchback.postgresql;

/** Names quoted for SQL. */
public final class SqlName {

    private SqlName() {}

    /** A name in quotes. */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
