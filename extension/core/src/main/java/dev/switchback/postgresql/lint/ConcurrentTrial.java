package dev.switchback.postgresql.lint;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Trials, in a transaction, of the statements that are {@code CONCURRENTLY} and run only outside one. */
final class ConcurrentTrial {

    private static final String WORD = " CONCURRENTLY";
    private static final Pattern DETACH = Pattern.compile("ALTER TABLE (.+) DETACH PARTITION .+ CONCURRENTLY;");

    /** The server's own words, which it says only outside a transaction. */
    private static final String REFUSE_BESIDE_DEFAULT =
            """
            DO $trial$ BEGIN
              IF EXISTS (SELECT FROM pg_catalog.pg_partitioned_table
                          WHERE partrelid = '%s'::pg_catalog.regclass AND partdefid <> 0) THEN
                RAISE 'cannot detach partitions concurrently when a default partition exists';
              END IF;
            END $trial$""";

    private ConcurrentTrial() {}

    static List<String> of(String step) {
        if (!step.contains(WORD)) {
            return List.of(step);
        }
        String plain = step.replaceFirst(WORD, "");
        Matcher detach = DETACH.matcher(step);
        return detach.matches()
                ? List.of(REFUSE_BESIDE_DEFAULT.formatted(detach.group(1).replace("'", "''")), plain)
                : List.of(plain);
    }
}
