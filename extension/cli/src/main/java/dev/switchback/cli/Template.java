package dev.switchback.cli;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with variables in double braces. Lines at its beginning may say what a variable is where nobody else does, and are not
 * part of what is written: {@code -- {{risk}} = none while nothing uses {{table}}}.
 */
record Template(Map<String, String> defaults, String body) {

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([a-z][a-z0-9_-]*)\\s*}}");
    private static final Pattern DEFAULT =
            Pattern.compile("\\A--\\s*\\{\\{\\s*([a-z][a-z0-9_-]*)\\s*}}\\s*=\\s*([^\\n]*?)\\s*(?:\\n|\\z)");

    /** A text whose variables have values, and the variables without one, which stand as {@code <<table>>} in it. */
    record Filled(String text, Set<String> open) {}

    static Template of(String text) {
        Map<String, String> defaults = new LinkedHashMap<>();
        String rest = text.replace("\r\n", "\n");
        Matcher line = DEFAULT.matcher(rest);
        while (line.find()) {
            defaults.put(line.group(1), line.group(2));
            rest = rest.substring(line.end());
            line = DEFAULT.matcher(rest);
        }
        return new Template(defaults, rest);
    }

    /** The names of all variables that it has or speaks of. */
    Set<String> variables() {
        Set<String> names = new LinkedHashSet<>(defaults.keySet());
        defaults.values().forEach(value -> names.addAll(in(value)));
        names.addAll(in(body));
        return names;
    }

    private static Set<String> in(String text) {
        Set<String> names = new LinkedHashSet<>();
        VARIABLE.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    /** The text, with values before the defaults. */
    Filled filled(Map<String, String> values) {
        Set<String> open = new LinkedHashSet<>();
        return new Filled(filled(body, values, open, defaults.size()), open);
    }

    /** The value that the template itself gives to a variable; empty if it says none. */
    Filled filledDefault(String name, Map<String, String> values) {
        Set<String> open = new LinkedHashSet<>();
        return new Filled(filled(defaults.getOrDefault(name, ""), values, open, defaults.size()), open);
    }

    /** Defaults may have variables; as deep as there are defaults, so that one that speaks of itself ends. */
    private String filled(String text, Map<String, String> values, Set<String> open, int depth) {
        return VARIABLE.matcher(text).replaceAll(found -> {
            String name = found.group(1);
            String given = values.get(name);
            if (given == null && depth > 0 && defaults.containsKey(name)) {
                given = filled(String.valueOf(defaults.get(name)), values, open, depth - 1);
            }
            if (given == null) {
                open.add(name);
                given = "<<" + name + ">>";
            }
            return Matcher.quoteReplacement(given);
        });
    }
}
