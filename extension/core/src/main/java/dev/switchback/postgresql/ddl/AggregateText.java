package dev.switchback.postgresql.ddl;

import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** CREATE AGGREGATE, which the server does not write itself. */
final class AggregateText {

    private static final Map<String, String> MODIFIES = Map.of("r", "READ_ONLY", "s", "SHAREABLE", "w", "READ_WRITE");

    private AggregateText() {}

    static String of(SchemaObject aggregate) {
        KeywordReader words = new KeywordReader(
                aggregate.definition(),
                "sfunc",
                "stype",
                "sspace",
                "finalfunc",
                "extra",
                "modify",
                "combinefunc",
                "serialfunc",
                "deserialfunc",
                "initcond",
                "msfunc",
                "minvfunc",
                "mstype",
                "msspace",
                "mfinalfunc",
                "mextra",
                "mmodify",
                "minitcond",
                "sortop",
                "kind",
                "direct");
        boolean ordered = !words.get("kind").equals("n");
        List<String> parts = new ArrayList<>();
        for (String word : List.of("sfunc", "stype", "sspace", "finalfunc")) {
            part(parts, word, words);
        }
        if (words.has("extra")) {
            parts.add("FINALFUNC_EXTRA");
        }
        if (!words.get("modify").equals(ordered ? "w" : "r")) {
            parts.add("FINALFUNC_MODIFY = " + MODIFIES.get(words.get("modify")));
        }
        for (String word : List.of(
                "combinefunc",
                "serialfunc",
                "deserialfunc",
                "initcond",
                "msfunc",
                "minvfunc",
                "mstype",
                "msspace",
                "mfinalfunc",
                "minitcond")) {
            part(parts, word, words);
        }
        if (words.has("mextra")) {
            parts.add("MFINALFUNC_EXTRA");
        }
        if (words.has("mmodify")) {
            parts.add("MFINALFUNC_MODIFY = " + MODIFIES.get(words.get("mmodify")));
        }
        if (words.has("sortop")) {
            parts.add("SORTOP = OPERATOR(" + words.get("sortop").replaceFirst("\\(.*", "") + ")");
        }
        if (!aggregate.attribute("parallel").isEmpty()) {
            parts.add("PARALLEL = " + aggregate.attribute("parallel").toUpperCase(Locale.ROOT));
        }
        if (words.get("kind").equals("h")) {
            parts.add("HYPOTHETICAL");
        }
        String arguments = aggregate.attribute("arguments");
        return "CREATE AGGREGATE " + StatementName.of(aggregate.name()) + "(" + (arguments.isEmpty() ? "*" : arguments)
                + ") (" + String.join(", ", parts) + ")";
    }

    private static void part(List<String> parts, String word, KeywordReader words) {
        if (words.has(word)) {
            parts.add(word.toUpperCase(Locale.ROOT) + " = " + words.get(word));
        }
    }
}
