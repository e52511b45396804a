package dev.switchback.postgresql.catalog;

import dev.switchback.schema.ObjectKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The server's own text of what means the same, in one form: it keeps some orders that have no meaning. */
final class UniformText {

    private static final Set<String> CONDITIONS =
            Set.of("expression", "predicate", "using", "check", "default", "generated");

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[^\\s\",]+)";
    private static final Pattern COLUMN = Pattern.compile(NAME);
    private static final Pattern UPDATE_OF =
            Pattern.compile("(?<=\\bUPDATE OF )" + NAME + "(?:, " + NAME + ")+(?= (?:ON|OR) )");
    private static final Pattern SETTINGS = Pattern.compile("(?<=\\n)(?: SET \\S+ TO .*\\n)+");

    private static final String TEXT = "E?'(?:[^']|'')*'";
    private static final Pattern OPTION = Pattern.compile("[\\w.\"]+=(?:" + TEXT + "|[^\\s,)]+)");
    private static final Pattern OPTIONS = Pattern.compile(
            "(?<= WITH \\()" + OPTION + "(?:, " + OPTION + ")+(?=\\)(?: TABLESPACE .*| WHERE .*)?\\z)", Pattern.DOTALL);
    private static final Pattern DICTIONARY_OPTION = Pattern.compile("[\\w\"]+ = " + TEXT);
    private static final Pattern DICTIONARY_OPTIONS =
            Pattern.compile(DICTIONARY_OPTION + "(?:, " + DICTIONARY_OPTION + ")+");

    private static final Pattern BODY = Pattern.compile("\\n(?:AS |BEGIN ATOMIC|RETURN )");

    private UniformText() {}

    static String definition(ObjectKind kind, String text, Map<String, String> attributes) {
        return switch (kind) {
            case VIEW, MATERIALIZED_VIEW, RULE, COLUMN, CHECK, EXCLUSION, POLICY, STATISTICS -> Conjunctions.flat(text);
            case INDEX -> sorted(OPTIONS, OPTION, Conjunctions.flat(text));
            case TRIGGER -> sorted(UPDATE_OF, COLUMN, Conjunctions.flat(text));
            case FUNCTION, PROCEDURE -> settingsSorted(text, attributes.getOrDefault("settings", ""));
            default -> text;
        };
    }

    static String attribute(String name, String value) {
        if (name.equals("options") && DICTIONARY_OPTIONS.matcher(value).matches()) {
            return sorted(DICTIONARY_OPTIONS, DICTIONARY_OPTION, value);
        }
        if (name.equals("settings")) {
            return NameLists.uniform(value);
        }
        return CONDITIONS.contains(name) ? Conjunctions.flat(value) : value;
    }

    /** The text with the parts of a list in alphabetical order. */
    private static String sorted(Pattern list, Pattern part, String text) {
        return list.matcher(text)
                .replaceFirst(found -> Matcher.quoteReplacement(part.matcher(found.group())
                        .results()
                        .map(MatchResult::group)
                        .sorted()
                        .collect(Collectors.joining(", "))));
    }

    /** The text with the settings in front of the body in alphabetical order. */
    private static String settingsSorted(String routine, String settings) {
        Matcher clauses = SETTINGS.matcher(routine);
        Matcher body = BODY.matcher(routine);
        return clauses.find() && body.find() && clauses.start() < body.start()
                ? routine.substring(0, clauses.start())
                        + Arrays.stream(NameLists.inClauses(clauses.group(), settings)
                                        .split("(?<=\n)"))
                                .sorted()
                                .collect(Collectors.joining())
                        + routine.substring(clauses.end())
                : routine;
    }
}
