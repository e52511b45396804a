package dev.switchback.postgresql.filling;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Documents that hold what conditions on documents speak of: the texts in them as keys and values. */
final class JsonCandidates {

    private static final int MOST = 6;

    private JsonCandidates() {}

    static List<String> of(String conditions) {
        List<String> words = SqlWords.texts(conditions).stream()
                .filter(text -> !text.isEmpty() && text.indexOf('"') < 0 && text.indexOf('\\') < 0)
                .limit(MOST)
                .toList();
        List<String> found = new ArrayList<>();
        for (String value : List.of("\"a\"", "1", "{}", "[]", "true")) {
            for (String word : words) {
                found.add("{\"" + word + "\": " + value + "}");
            }
            found.add(words.stream()
                    .map(word -> "\"" + word + "\": " + value)
                    .collect(Collectors.joining(", ", "{", "}")));
        }
        for (String key : words) {
            words.stream().map(value -> "{\"" + key + "\": \"" + value + "\"}").forEach(found::add);
        }
        return found;
    }
}
