package dev.switchback.assertions;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names as a test writes them that are only almost those in the catalog: in other capitals, or with something around them. */
final class NameAlone {

    /** Signs that languages put around names, or that come along from a statement or a list. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\"'`\\[;,]+|[\\s\"'`\\];,]+$");

    private NameAlone() {}

    /** The name without anything around it or around its parts, in small letters. */
    static String of(String written) {
        return Stream.of(written.split("\\.", -1))
                .map(part -> AROUND.matcher(part).replaceAll(""))
                .collect(Collectors.joining("."))
                .toLowerCase(Locale.ROOT);
    }

    /** Whether it is a pattern, as exclusions take them, that this name matches. */
    static boolean isPatternOf(String written, String name) {
        return isPattern(written)
                && Pattern.compile(Stream.of(written.split("[*%]", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*")))
                        .matcher(name)
                        .matches();
    }

    private static boolean isPattern(String written) {
        return written.contains("*") || written.contains("%");
    }

    /** Advice about a name that is only almost one that is there. */
    static String advice(String written) {
        if (isPattern(written)) {
            return "This takes a name, and no pattern.";
        }
        return of(written).equals(written.toLowerCase(Locale.ROOT))
                ? "Names have the capitals that they have in the catalog."
                : "Write the name alone, without anything around it.";
    }
}
