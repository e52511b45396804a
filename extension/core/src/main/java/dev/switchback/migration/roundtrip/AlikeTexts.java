package dev.switchback.migration.roundtrip;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Pairs of texts that an expression makes one of: by case, or by blanks around them. */
final class AlikeTexts {

    private static final Pattern IGNORES_CASE =
            Pattern.compile("\\b(?:lower|upper|initcap)\\(|\\bcitext\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern IGNORES_BLANKS =
            Pattern.compile("\\b(?:trim|btrim|ltrim|rtrim)\\(", Pattern.CASE_INSENSITIVE);

    private AlikeTexts() {}

    /** Some pairs, the first as people write addresses, the others short; none if the expression is of another sort. */
    static List<List<String>> under(String expression) {
        List<List<String>> pairs = new ArrayList<>();
        for (String text : List.of("anna@example.org", "a")) {
            if (IGNORES_CASE.matcher(expression).find()) {
                pairs.add(List.of(text, "A" + text.substring(1)));
            } else if (IGNORES_BLANKS.matcher(expression).find()) {
                pairs.add(List.of(text, text + " "));
            }
        }
        return pairs;
    }
}
