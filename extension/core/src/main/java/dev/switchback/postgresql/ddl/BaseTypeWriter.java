package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.literal;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Base types and shell types. */
final class BaseTypeWriter implements KindWriter {

    private static final Map<String, String> ALIGNMENTS = Map.of("c", "char", "s", "int2", "i", "int4", "d", "double");
    private static final Map<String, String> STORAGES =
            Map.of("p", "plain", "e", "external", "x", "extended", "m", "main");

    @Override
    public boolean create(SchemaObject type, DdlContext context) {
        String create = "CREATE TYPE " + StatementName.of(type.name());
        context.draft().add(type.kind(), create);
        if (!type.definition().equals("shell type")) {
            // after the functions, which themselves need the shell
            context.draft().add(ObjectKind.AGGREGATE, create + " (" + parts(type) + ")");
        }
        context.common(Alteration.ofNew(type));
        return true;
    }

    private static String parts(SchemaObject type) {
        KeywordReader words = new KeywordReader(
                type.definition(),
                "base type: input",
                "output",
                "receive",
                "send",
                "modifiers",
                "analyze",
                "length",
                "by value",
                "alignment",
                "storage",
                "category",
                "preferred",
                "delimiter",
                "element",
                "default");
        List<String> parts = new ArrayList<>();
        parts.add("INPUT = " + words.get("base type: input"));
        parts.add("OUTPUT = " + words.get("output"));
        function(parts, "RECEIVE", words.get("receive"));
        function(parts, "SEND", words.get("send"));
        String[] modifiers = words.get("modifiers").split(" ");
        function(parts, "TYPMOD_IN", modifiers[0]);
        function(parts, "TYPMOD_OUT", modifiers[modifiers.length - 1]);
        function(parts, "ANALYZE", words.get("analyze"));
        parts.add("INTERNALLENGTH = " + (words.get("length").equals("-1") ? "VARIABLE" : words.get("length")));
        if (words.has("by value")) {
            parts.add("PASSEDBYVALUE");
        }
        parts.add("ALIGNMENT = " + ALIGNMENTS.getOrDefault(words.get("alignment"), "int4"));
        parts.add("STORAGE = " + STORAGES.getOrDefault(words.get("storage"), "plain"));
        parts.add("CATEGORY = " + literal(words.get("category")));
        if (words.has("preferred")) {
            parts.add("PREFERRED = true");
        }
        parts.add("DELIMITER = " + literal(words.get("delimiter")));
        if (!words.get("element").isEmpty()) {
            parts.add("ELEMENT = " + words.get("element"));
        }
        if (!words.get("default").isEmpty()) {
            parts.add("DEFAULT = " + literal(words.get("default")));
        }
        return String.join(", ", parts);
    }

    private static void function(List<String> parts, String word, String function) {
        if (!function.equals("-")) {
            parts.add(word.toUpperCase(Locale.ROOT) + " = " + function);
        }
    }

    /** It stands on its functions, and they on it. */
    @Override
    public void drop(SchemaObject type, DdlContext context) {
        String drop = "DROP " + context.address().typed(type.name());
        String name = StatementName.of(type.name());
        boolean holdsValues = context.from().all(ObjectKind.COLUMN).stream()
                .filter(column -> column.attribute("type").equals(name)
                        || column.attribute("type").equals(name + "[]"))
                .flatMap(column -> context.from().parentOf(column).stream())
                .anyMatch(parent -> !context.isDropped(parent.name()));
        if (holdsValues) {
            context.draft().drop(type.kind(), drop);
        } else {
            context.draft().drop(type.kind(), List.of(drop), List.of(List.of(drop + " CASCADE")));
        }
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        context.common(alteration);
    }
}
