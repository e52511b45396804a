package dev.switchback.assertions;

import dev.switchback.schema.ObjectKind;

/** Kinds of objects in words. */
final class KindWords {

    private KindWords() {}

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
        if (word.endsWith("y") && !word.endsWith("key")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.endsWith("x") || word.endsWith("s") ? word + "es" : word + "s";
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
}
