package dev.switchback.postgresql.filling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Documents that hold what conditions on documents speak of: the texts in them as keys and values, and the paths as paths. */
final class JsonCandidates {

    private static final int MOST = 6;
    private static final List<String> LEAVES = List.of("\"a\"", "1", "{}", "[]", "true");

    /** Steps into a document, as the server writes them: {@code (config -> 'a'::text) ->> 'b'::text}. */
    private static final Pattern STEPS = Pattern.compile("(?:->>?\\s*'[^'\"\\\\]+'(?:::text)?[\\s)]*)+");

    private static final Pattern STEP = Pattern.compile("'([^']+)'");

    private JsonCandidates() {}

    static List<String> of(String conditions) {
        List<String> words = SqlWords.texts(conditions).stream()
                .filter(text -> !text.isEmpty() && text.indexOf('"') < 0 && text.indexOf('\\') < 0)
                .limit(MOST)
                .toList();
        Set<String> found = new LinkedHashSet<>();
        for (String leaf : LEAVES) {
            for (String word : words) {
                found.add("{\"" + word + "\": " + leaf + "}");
            }
            found.add(words.stream()
                    .map(word -> "\"" + word + "\": " + leaf)
                    .collect(Collectors.joining(", ", "{", "}")));
        }
        for (String key : words) {
            words.stream().map(value -> "{\"" + key + "\": \"" + value + "\"}").forEach(found::add);
        }
        found.addAll(nested(paths(conditions)));
        return new ArrayList<>(found);
    }

    private static List<List<String>> paths(String conditions) {
        Set<List<String>> paths = new LinkedHashSet<>();
        Matcher steps = STEPS.matcher(conditions);
        while (steps.find()) {
            List<String> path = STEP.matcher(steps.group())
                    .results()
                    .map(step -> step.group(1))
                    .toList();
            if (path.size() > 1) {
                paths.add(path);
            }
        }
        return paths.stream().limit(MOST).toList();
    }

    /** A document for each path, and one that has all of them. */
    private static List<String> nested(List<List<String>> paths) {
        List<String> found = new ArrayList<>();
        for (String leaf : LEAVES) {
            paths.forEach(path -> found.add(new Node().with(path).text(leaf)));
            if (paths.size() > 1) {
                Node all = new Node();
                paths.forEach(all::with);
                found.add(all.text(leaf));
            }
        }
        return found;
    }

    /** An object of a document; one without members is a leaf. */
    private record Node(Map<String, Node> members) {

        Node() {
            this(new LinkedHashMap<>());
        }

        Node with(List<String> path) {
            Node node = this;
            for (String step : path) {
                node = node.members.computeIfAbsent(step, absent -> new Node());
            }
            return this;
        }

        String text(String leaf) {
            return members.isEmpty()
                    ? leaf
                    : members.entrySet().stream()
                            .map(member -> "\"" + member.getKey() + "\": "
                                    + member.getValue().text(leaf))
                            .collect(Collectors.joining(", ", "{", "}"));
        }
    }
}
