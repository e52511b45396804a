package dev.switchback.assertions;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.Collection;
import java.util.List;

/** Objects in words. */
final class Words {

    private Words() {}

    static String of(ObjectKind kind) {
        return switch (kind) {
            case UNIQUE -> "unique constraint";
            case CHECK -> "check constraint";
            case EXCLUSION -> "exclusion constraint";
            case ENUM -> "enum type";
            default -> kind.label();
        };
    }

    static String plural(ObjectKind kind) {
        String word = of(kind);
        return word.endsWith("y")
                ? word.substring(0, word.length() - 1) + "ies"
                : word.endsWith("x") || word.endsWith("s") ? word + "es" : word + "s";
    }

    /** The word with its article. */
    static String a(ObjectKind kind) {
        String word = of(kind);
        return ("aeiou".indexOf(word.charAt(0)) >= 0 && kind != ObjectKind.UNIQUE ? "an " : "a ") + word;
    }

    /** The method that leads to such an object; empty if there is none. */
    static String method(ObjectKind kind) {
        return switch (kind) {
            case TABLE -> "table";
            case VIEW -> "view";
            case MATERIALIZED_VIEW -> "materializedView";
            case SEQUENCE -> "sequence";
            case ENUM -> "enumType";
            case DOMAIN -> "domain";
            case COMPOSITE_TYPE -> "compositeType";
            case FUNCTION -> "function";
            case PROCEDURE -> "procedure";
            case EXTENSION -> "extension";
            case COLUMN -> "column";
            case INDEX -> "index";
            case FOREIGN_KEY -> "foreignKey";
            case UNIQUE -> "uniqueConstraint";
            case CHECK -> "check";
            case EXCLUSION -> "exclusion";
            case TRIGGER -> "trigger";
            case POLICY -> "policy";
            default -> "";
        };
    }

    /** A line about an object: its name, and what matters most about it. */
    static String line(SchemaObject object) {
        String name =
                object.name().hasParent() ? object.name().name() : object.name().qualified();
        return (name + "   " + detail(object)).strip();
    }

    static List<String> lines(Collection<SchemaObject> objects) {
        return objects.stream().map(Words::line).toList();
    }

    private static String detail(SchemaObject object) {
        return switch (object.kind()) {
            case COLUMN,
                    PRIMARY_KEY,
                    UNIQUE,
                    FOREIGN_KEY,
                    CHECK,
                    EXCLUSION,
                    TRIGGER,
                    POLICY,
                    SEQUENCE,
                    ENUM,
                    DOMAIN,
                    EXTENSION -> object.definition();
            case INDEX -> index(object);
            default -> "";
        };
    }

    private static String index(SchemaObject index) {
        StringBuilder text = new StringBuilder();
        if (!index.attribute("uniqueness").isEmpty()) {
            text.append("unique ");
        }
        text.append("on (").append(index.attribute("columns")).append(')');
        append(text, " using ", index.attribute("method"), "");
        append(text, " include (", index.attribute("include"), ")");
        append(text, " where ", index.attribute("predicate"), "");
        append(text, " (", index.attribute("valid"), ")");
        return text.toString();
    }

    private static void append(StringBuilder text, String before, String value, String after) {
        if (!value.isEmpty()) {
            text.append(before).append(value).append(after);
        }
    }
}
