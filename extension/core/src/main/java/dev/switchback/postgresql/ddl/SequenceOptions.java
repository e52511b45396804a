package dev.switchback.postgresql.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The unusual options of a sequence, in the words of the catalog: {@code increment by 5 start with 100 cycle}. */
final class SequenceOptions {

    private SequenceOptions() {}

    /** The words that take a sequence from one set of options to another: {@code INCREMENT BY 1, NO CYCLE}. */
    static List<String> change(String from, String to) {
        List<String> change = new ArrayList<>();
        boolean descending =
                value(to, "increment by").filter(by -> by.startsWith("-")).isPresent();
        String minimum = value(to, "minvalue").orElse("");
        String maximum = value(to, "maxvalue").orElse("");
        numeric(change, from, to, "increment by", "INCREMENT BY", "INCREMENT BY 1");
        numeric(change, from, to, "minvalue", "MINVALUE", "NO MINVALUE");
        numeric(change, from, to, "maxvalue", "MAXVALUE", "NO MAXVALUE");
        String first = descending ? (maximum.isEmpty() ? "-1" : maximum) : (minimum.isEmpty() ? "1" : minimum);
        numeric(change, from, to, "start with", "START WITH", "START WITH " + first);
        numeric(change, from, to, "cache", "CACHE", "CACHE 1");
        boolean cycled = Pattern.compile("\\bcycle\\b").matcher(from).find();
        boolean cycles = Pattern.compile("\\bcycle\\b").matcher(to).find();
        if (cycled != cycles) {
            change.add(cycles ? "CYCLE" : "NO CYCLE");
        }
        return change;
    }

    private static void numeric(
            List<String> change, String from, String to, String option, String words, String otherwise) {
        Optional<String> before = value(from, option);
        Optional<String> after = value(to, option);
        if (!before.equals(after)) {
            change.add(after.map(value -> words + " " + value).orElse(otherwise));
        }
    }

    private static Optional<String> value(String options, String option) {
        Matcher value = Pattern.compile("\\b" + option + " (-?\\d+)").matcher(options);
        return value.find() ? Optional.of(value.group(1)) : Optional.empty();
    }
}
