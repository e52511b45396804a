package dev.switchback.migration.roundtrip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * JSON objects with the members that a script reads: {@code data -> 'address' ->> 'city'} or {@code data #>> '{address,city}'}, and
 * arrays of them where it reads elements.
 */
final class JsonObjects {

    private static final List<String> VALUES = List.of("\"1\"", "\"2020-01-01\"", "\"a\"");
    private static final Pattern ELEMENTS = Pattern.compile(
            "_array_elements|_array_length|_to_recordset|_populate_recordset|->\\s*\\d", Pattern.CASE_INSENSITIVE);
    private static final Pattern STEPS = Pattern.compile("(?:->>?\\s*'(?:[^']|'')+'\\s*)+");
    private static final Pattern STEP = Pattern.compile("'((?:[^']|'')+)'");
    private static final Pattern PATH = Pattern.compile("#>>?\\s*'\\{([^}']+)}'");

    private final Map<String, JsonObjects> members = new LinkedHashMap<>();

    private JsonObjects() {}

    /**
     * One object for each sort of value that its members may be read as; where the script reads elements, an array of one, and an
     * object whose members are such arrays, too. None if it reads neither.
     */
    static List<String> readBy(String script) {
        JsonObjects all = new JsonObjects();
        Stream.concat(
                        STEPS.matcher(script).results().map(steps -> steps(steps.group())),
                        PATH.matcher(script)
                                .results()
                                .map(path -> Arrays.asList(path.group(1).split(","))))
                .forEach(all::add);
        List<String> objects = all.members.isEmpty()
                ? List.of()
                : VALUES.stream().map(all::text).toList();
        if (!ELEMENTS.matcher(script).find()) {
            return objects;
        }
        String array = "[" + all.text("1") + "]";
        return Stream.concat(objects.stream(), Stream.of(array, all.text(array)).distinct())
                .toList();
    }

    private static List<String> steps(String written) {
        List<String> steps = new ArrayList<>();
        Matcher step = STEP.matcher(written);
        while (step.find()) {
            steps.add(step.group(1).replace("''", "'"));
        }
        return steps;
    }

    private void add(List<String> path) {
        JsonObjects at = this;
        for (String name : path) {
            at = at.members.computeIfAbsent(name.strip(), member -> new JsonObjects());
        }
    }

    private String text(String value) {
        return members.isEmpty()
                ? value
                : members.entrySet().stream()
                        .map(member -> quoted(member.getKey()) + ": "
                                + member.getValue().text(value))
                        .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
