package dev.switchback.assertions;

import dev.switchback.schema.SchemaObject;
import java.util.Collection;
import java.util.List;

/** Objects in lists: a line for each, with its name and what matters most about it. */
final class ObjectLines {

    private ObjectLines() {}

    static List<String> of(Collection<SchemaObject> objects) {
        int width =
                objects.stream().mapToInt(object -> name(object).length()).max().orElse(0);
        return objects.stream()
                .map(object -> (name(object) + " ".repeat(width - name(object).length() + 3) + detail(object)).strip())
                .toList();
    }

    static String of(SchemaObject object) {
        return of(List.of(object)).get(0);
    }

    /** The object's attributes in a line; without those whose text is empty or has many lines. */
    static String detail(SchemaObject object) {
        return switch (object.kind()) {
            case COLUMN,
                    PRIMARY_KEY,
                    UNIQUE,
                    FOREIGN_KEY,
                    CHECK,
                    EXCLUSION,
                    POLICY,
                    SEQUENCE,
                    ENUM,
                    DOMAIN,
                    EXTENSION -> object.definition();
            case TRIGGER -> after(" TRIGGER " + object.name().name() + " ", object.definition());
            case INDEX -> index(object);
            default -> "";
        };
    }

    private static String index(SchemaObject index) {
        String unique = index.attribute("uniqueness").isEmpty() ? "" : "unique ";
        String invalid = index.attribute("valid").isEmpty() ? "" : " (invalid)";
        return unique + after(" USING ", index.definition()) + invalid;
    }

    private static String after(String words, String text) {
        int start = text.indexOf(words);
        return start < 0 ? text : text.substring(start + words.length());
    }

    private static String name(SchemaObject object) {
        return object.name().hasParent() ? object.name().name() : object.name().qualified();
    }
}
