package dev.switchback.postgresql.reset;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The position of a sequence.
 *
 * @param name qualified and quoted
 */
record ResetSequence(long id, String name, long value, boolean isCalled) {

    /**
     * One row if its position is another now, or if its next values are in the write-ahead log already: to take those leaves no
     * trace there.
     */
    String moved() {
        return "SELECT 's', %s::int8, 0::int8, 0::int8 FROM %s WHERE last_value <> %s OR is_called <> %b OR log_cnt <> 0"
                .formatted(id, name, value, isCalled);
    }

    /** Brings sequences back: their identities, values, and whether those were given out already. */
    static final String REWIND =
            "SELECT count(setval(id, value, is_called)) FROM unnest($1, $2, $3) x (id, value, is_called)";

    static final String REWIND_PARAMETERS = "(regclass[], int8[], bool[])";

    static String rewound(Collection<ResetSequence> sequences) {
        return Stream.<Function<ResetSequence, Object>>of(
                        ResetSequence::id, ResetSequence::value, ResetSequence::isCalled)
                .map(part -> sequences.stream().map(part).map(String::valueOf).collect(joining(",", "'{", "}'")))
                .collect(joining(", ", "(", ")"));
    }
}
