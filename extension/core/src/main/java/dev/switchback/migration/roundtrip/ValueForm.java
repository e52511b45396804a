package dev.switchback.migration.roundtrip;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A form in which values are often written, and in which a script may read them.
 *
 * @param type the types of the columns that may hold it
 */
record ValueForm(Pattern type, String value) {

    private static final String NO_ARRAY = "(?:\\([\\d,]+\\))?(?![\\w\\[(]).*";
    static final Pattern TEXT = Pattern.compile("(?:text|citext|varchar|character varying|character|char)" + NO_ARRAY);
    private static final Pattern NUMBER =
            Pattern.compile("(?:smallint|integer|bigint|numeric|real|double precision)" + NO_ARRAY);
    private static final Pattern JSON = Pattern.compile("jsonb?" + NO_ARRAY);

    /** Texts in any script, since a function may read them so. */
    private static final List<String> TEXTS = List.of("1.0.0", "1", "2020-01-01", "{}", "[]", "a@example.org");

    private static final List<String> NUMBERS = List.of("100", "1000");

    /** Words of a script that reads a text as something else. */
    private static final Map<Pattern, String> READ_AS = readAs(Map.of(
            "\\bhex\\b", "0a",
            "\\bbase64\\b", "YQ==",
            "\\buuid\\b", "00000000-0000-4000-8000-000000000001",
            "\\b(?:inet|cidr)\\b", "10.0.0.1",
            "\\bmacaddr8?\\b", "08:00:2b:01:02:03",
            "\\bbool(?:ean)?\\b", "true",
            "\\b(?:time|interval)\\b", "12:00",
            "range\\b", "[1,2)",
            "\\bxml", "<a>1</a>",
            "\\[]|\\barray", "{1}"));

    private static Map<Pattern, String> readAs(Map<String, String> words) {
        Map<Pattern, String> patterns = new LinkedHashMap<>();
        words.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each ->
                        patterns.put(Pattern.compile(each.getKey(), Pattern.CASE_INSENSITIVE), each.getValue()));
        return patterns;
    }

    /** The forms to be tried for a script: objects with the members that it reads, and then texts and numbers. */
    static List<ValueForm> readBy(String script) {
        Stream<ValueForm> texts = READ_AS.entrySet().stream()
                .filter(form -> form.getKey().matcher(script).find())
                .map(form -> new ValueForm(TEXT, form.getValue()));
        return Stream.of(
                        JsonObjects.readBy(script).stream().map(object -> new ValueForm(JSON, object)),
                        TEXTS.stream().map(text -> new ValueForm(TEXT, text)),
                        texts,
                        NUMBERS.stream().map(number -> new ValueForm(NUMBER, number)))
                .flatMap(forms -> forms)
                .toList();
    }
}
