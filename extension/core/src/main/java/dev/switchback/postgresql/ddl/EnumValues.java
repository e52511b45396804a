package dev.switchback.postgresql.ddl;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements that take the values of an enum from one list to another. */
final class EnumValues {

    private static final Pattern VALUE = Pattern.compile("'(?:[^']|'')*'");

    private EnumValues() {}

    static void alter(Alteration alteration, DdlContext context) {
        SchemaObject type = alteration.after();
        List<String> before = values(alteration.from("values"));
        List<String> after = values(alteration.to("values"));
        List<String> statements = new ArrayList<>(renamed(before, after, type.name()));
        if (statements.isEmpty()) {
            statements.addAll(added(before, after, type.name()));
        }
        if (statements.isEmpty()) {
            context.draft().ways(ObjectKind.ENUM, anew(type, context));
        } else if (after.stream().anyMatch(value -> !before.contains(value) && isUsed(type, value, context))) {
            List<List<String>> ways = new ArrayList<>(anew(type, context));
            ways.add(statements);
            context.draft().ways(ObjectKind.ENUM, ways);
        } else {
            statements.forEach(statement -> context.draft().add(ObjectKind.ENUM, statement));
        }
    }

    /** No value can be dropped or moved: a new type takes the place of the old one in every column that has it. */
    private static List<List<String>> anew(SchemaObject type, DdlContext context) {
        return TypeReplacement.ways(type, TypeText.of(type), context);
    }

    /** Whether something speaks of a value, which it may not do in the transaction that adds it to a type. */
    private static boolean isUsed(SchemaObject type, String value, DdlContext context) {
        String constant = value + "::" + StatementName.of(type.name());
        return context.to()
                .anyMatch(object -> object.definition().contains(constant)
                        || object.attributes().values().stream().anyMatch(text -> text.contains(constant)));
    }

    private static List<String> renamed(List<String> before, List<String> after, ObjectName type) {
        if (before.size() != after.size()) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                if (after.contains(before.get(i)) || before.contains(after.get(i))) {
                    return List.of();
                }
                statements.add("ALTER TYPE " + StatementName.of(type) + " RENAME VALUE " + before.get(i) + " TO "
                        + after.get(i));
            }
        }
        return statements;
    }

    private static List<String> added(List<String> before, List<String> after, ObjectName type) {
        List<String> kept = after.stream().filter(before::contains).toList();
        if (!kept.equals(before)) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            String value = after.get(i);
            if (!before.contains(value)) {
                String place = i > 0
                        ? isAtTheEnd(after, i, before) ? "" : " AFTER " + after.get(i - 1)
                        : after.size() > 1 && !before.isEmpty() ? " BEFORE " + before.get(0) : "";
                statements.add("ALTER TYPE " + StatementName.of(type) + " ADD VALUE " + value + place);
            }
        }
        return statements;
    }

    private static boolean isAtTheEnd(List<String> after, int index, List<String> before) {
        return after.subList(index, after.size()).stream().noneMatch(before::contains);
    }

    static List<String> values(String list) {
        List<String> values = new ArrayList<>();
        Matcher value = VALUE.matcher(list);
        while (value.find()) {
            values.add(value.group());
        }
        return values;
    }
}
