package dev.switchback.postgresql.lint;

import dev.switchback.postgresql.SqlName;
import java.nio.charset.StandardCharsets;

/** Comments and names in the steps of safer ways. */
final class SaferText {

    static final String ALONE = "-- in a migration of its own, which runs outside a transaction:";
    static final String NEXT = "-- in the next migration:";

    private static final int LONGEST_NAME = 63;

    private SaferText() {}

    /** A name that the server keeps as it is. */
    static String named(String of, String suffix) {
        String kept = of;
        while ((kept + suffix).getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            kept = kept.substring(0, kept.length() - 1);
        }
        return kept + suffix;
    }

    /** A table's name with its schema; a dot within one of them is rarer than this code is worth. */
    static String quoted(String qualified) {
        int dot = qualified.indexOf('.');
        return SqlName.qualified(qualified.substring(0, dot), qualified.substring(dot + 1));
    }
}
