package dev.switchback.postgresql;

/** Names as SQL wants them. */
final class SqlName {

    private SqlName() {}

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
