package dev.switchback.migration.roundtrip;

import dev.switchback.filling.PatternTexts;
import dev.switchback.migration.script.ScriptParts;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Texts of which a script speaks: those that stand in it, those that its regular expressions match, and dates and times as its
 * formats write them.
 */
final class WrittenTexts {

    private static final int MOST = 4;
    private static final int MOST_OF_PATTERN = 3;
    private static final Pattern REGULAR = Pattern.compile("\\\\[dswDSW]|\\[[^\\]]+]|\\.[*+]|^\\^|\\$$");
    private static final Map<String, String> DATE_PARTS = Map.of(
            "YYYY", "2020", "YY", "20", "MM", "01", "DD", "02", "HH24", "03", "HH12", "03", "HH", "03", "MI", "04",
            "SS", "05");
    private static final Pattern DATE_PART = Pattern.compile("YYYY|YY|MM|DD|HH24|HH12|HH|MI|SS");

    private WrittenTexts() {}

    /** Those of the script itself, and then those of its routines and DO blocks. */
    static List<String> of(String script) {
        Stream<String> inBodies = ScriptParts.of(script).stream()
                .filter(part -> part.kind() == ScriptParts.Kind.BODY)
                .flatMap(part -> literals(body(script.substring(part.start(), part.end()))));
        return Stream.concat(
                        literals(script).distinct().limit(MOST),
                        inBodies.distinct().limit(MOST))
                .flatMap(WrittenTexts::meant)
                .distinct()
                .toList();
    }

    private static Stream<String> literals(String script) {
        return ScriptParts.of(script).stream()
                .filter(part -> part.kind() == ScriptParts.Kind.TEXT && part.end() - part.start() > 2)
                .map(part -> script.substring(part.start() + 1, part.end() - 1).replace("''", "'"));
    }

    private static Stream<String> meant(String literal) {
        Matcher date = DATE_PART.matcher(literal);
        if (date.find()) {
            return Stream.of(literal, date.replaceAll(part -> DATE_PARTS.get(part.group())));
        }
        return REGULAR.matcher(literal).find()
                ? PatternTexts.of(literal, 0).stream().limit(MOST_OF_PATTERN)
                : Stream.of(literal);
    }

    private static String body(String dollarQuoted) {
        int delimiter = dollarQuoted.indexOf('$', 1) + 1;
        return dollarQuoted.substring(delimiter, Math.max(delimiter, dollarQuoted.length() - delimiter));
    }
}
