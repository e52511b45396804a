package dev.switchback.postgresql;

/** Names as SQL wants them. To be called. */
public final class SqlName {

    private SqlName() {}

    /** A name in quotes. */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
