package dev.switchback.postgresql.ddl;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Operator families, and classes with their part of a family's operators and functions. */
final class OperatorClassWriter implements KindWriter {

    private static final Pattern ITEM = Pattern.compile(
            "operator (\\d+) ([^(]+)\\(([^,]*),([^)]*)\\)( for order by .+?)?(?=, operator|, function|$)"
                    + "|function (\\d+) \\((.*?), (.*?)\\) (.+?\\(.*?\\))(?=, function|$)");

    private record Item(String text, String drop) {}

    @Override
    public boolean create(SchemaObject object, DdlContext context) {
        if (object.kind() == ObjectKind.OPERATOR_FAMILY) {
            context.draft().add(object.kind(), "CREATE " + context.address().typed(object.name()));
            List<Item> loose = loose(object, context);
            if (!loose.isEmpty()) {
                add(object, loose, context);
            }
        } else {
            context.draft().add(object.kind(), text(object));
        }
        context.common(Alteration.ofNew(object));
        return true;
    }

    private static void add(SchemaObject family, List<Item> items, DdlContext context) {
        context.draft()
                .add(
                        ObjectKind.OPERATOR_CLASS,
                        "ALTER " + context.address().typed(family.name()) + " ADD "
                                + String.join(
                                        ", ", items.stream().map(Item::text).toList()));
    }

    private static String text(SchemaObject opclass) {
        KeywordReader words = words(opclass);
        String type = words.get("for");
        List<String> parts = new ArrayList<>();
        items(words.get("with")).forEach(item -> parts.add(item.text()));
        if (words.has("storage") || parts.isEmpty()) {
            parts.add("STORAGE " + (words.has("storage") ? words.get("storage") : type));
        }
        return "CREATE OPERATOR CLASS " + StatementName.of(opclass.name()) + (words.has("default") ? " DEFAULT" : "")
                + " FOR TYPE " + type + " USING " + method(opclass) + " FAMILY " + words.get("family") + " AS "
                + String.join(", ", parts);
    }

    private static KeywordReader words(SchemaObject opclass) {
        return new KeywordReader(opclass.definition(), "default", "for", "family", "storage", "with");
    }

    private static String method(SchemaObject object) {
        return object.name().name().substring(object.name().name().lastIndexOf(' ') + 1);
    }

    /** The items that belong to the family and to no class. */
    private static List<Item> loose(SchemaObject family, DdlContext context) {
        Set<Item> ofClasses = context.to().all(ObjectKind.OPERATOR_CLASS).stream()
                .filter(opclass -> words(opclass).get("family").equals(StatementName.of(family.name()))
                        && method(opclass).equals(method(family)))
                .flatMap(opclass -> items(words(opclass).get("with")).stream())
                .collect(Collectors.toSet());
        return items(family.definition()).stream()
                .filter(item -> !ofClasses.contains(item))
                .toList();
    }

    private static List<Item> items(String definition) {
        List<Item> items = new ArrayList<>();
        Matcher item = ITEM.matcher(definition);
        while (item.find()) {
            if (item.group(1) != null) {
                String types = " (" + item.group(3) + ", " + item.group(4) + ")";
                items.add(new Item(
                        "OPERATOR " + item.group(1) + " " + item.group(2) + types
                                + (item.group(5) == null
                                        ? ""
                                        : item.group(5).replaceFirst("for order by", "FOR ORDER BY")),
                        "OPERATOR " + item.group(1) + types));
            } else {
                String types = " (" + item.group(7) + ", " + item.group(8) + ")";
                items.add(new Item(
                        "FUNCTION " + item.group(6) + types + " " + item.group(9),
                        "FUNCTION " + item.group(6) + types));
            }
        }
        return items;
    }

    /** A family that CREATE OPERATOR CLASS made by itself goes with the last of its classes only if it is dropped, too. */
    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject object = alteration.after();
        if (object.kind() == ObjectKind.OPERATOR_FAMILY && alteration.take("definition")) {
            List<Item> before = items(alteration.before().definition());
            List<Item> after = items(object.definition());
            List<Item> gone =
                    before.stream().filter(item -> !after.contains(item)).toList();
            List<Item> fresh =
                    after.stream().filter(item -> !before.contains(item)).toList();
            if (!gone.isEmpty()) {
                context.draft()
                        .drop(
                                object.kind(),
                                "ALTER " + context.address().typed(object.name()) + " DROP "
                                        + String.join(
                                                ", ",
                                                gone.stream().map(Item::drop).toList()));
            }
            if (!fresh.isEmpty()) {
                add(object, fresh, context);
            }
        } else if (alteration.take("definition")) {
            drop(alteration.before(), context);
            create(object, context);
            alteration.take("owner", "comment");
        }
        context.common(alteration);
    }
}
