package dev.switchback.postgresql;

/** Names and texts quoted for SQL. */
public final class SqlName {

    private SqlName() {}

    /** A name in quotes. */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text in quotes, where backslashes are letters as others. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
