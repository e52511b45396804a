package dev.switchback.schema;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.Change.Added;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.Change.Renamed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes changes as JSON. */
final class DiffJson {

    private DiffJson() {}

    static String of(List<Change> changes) {
        return changes.stream().map(DiffJson::change).collect(joining(",", "{\"changes\":[", "]}"));
    }

    private static String change(Change change) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("change", change.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        fields.put("category", change.category().name().toLowerCase(Locale.ROOT));
        fields.put("kind", change.name().kind().label());
        fields.put("name", change.name().qualified());
        fields.put("parent", change.name().qualifiedParent());
        if (change instanceof Added added) {
            fields.put("definition", added.object().definition());
        } else if (change instanceof Removed removed) {
            fields.put("definition", removed.object().definition());
        } else if (change instanceof Renamed renamed) {
            fields.put("to", renamed.after().name().qualified());
        } else if (change instanceof Changed changed) {
            fields.put("attribute", changed.attribute());
            fields.put("before", changed.from());
            fields.put("after", changed.to());
        }
        return fields.entrySet().stream()
                .map(field -> quoted(field.getKey()) + ":" + quoted(field.getValue()))
                .collect(joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        text.chars().forEach(c -> {
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append((char) c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (c < ' ') {
                        quoted.append("\\u%04x".formatted(c));
                    } else {
                        quoted.append((char) c);
                    }
                }
            }
        });
        return quoted.append('"').toString();
    }
}
