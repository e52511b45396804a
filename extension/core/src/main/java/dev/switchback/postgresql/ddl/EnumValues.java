package dev.switchback.postgresql.ddl;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The statements that take the values of an enum from one list to another. */
final class EnumValues {

    private static final Pattern VALUE = Pattern.compile("'(?:[^']|'')*'");

    private EnumValues() {}

    static void alter(Alteration alteration, DdlContext context) {
        SchemaObject type = alteration.after();
        List<String> after = values(alteration.to("values"));
        EnumLabels labels =
                EnumLabels.of(values(alteration.from("values")), after, context.areOne(alteration.before(), type));
        List<String> named = labels.named();
        boolean onlyGrows = after.stream().filter(named::contains).toList().equals(named);
        List<String> renames = renamed(labels, type.name());
        List<String> statements = new ArrayList<>(renames);
        statements.addAll(added(named, after, type.name()));
        if (!onlyGrows) {
            context.draft().ways(ObjectKind.ENUM, anew(type, labels, renames, context));
        } else if (after.stream().anyMatch(value -> !named.contains(value) && isUsed(type, value, context))) {
            List<List<String>> ways = anew(type, labels, renames, context);
            ways.add(statements);
            context.draft().ways(ObjectKind.ENUM, ways);
        } else {
            statements.forEach(statement -> context.draft().add(ObjectKind.ENUM, statement));
        }
    }

    /**
     * No value can be dropped or moved: a new type takes the place of the old one in every column that has it; only where none has
     * it, if it cannot be told what the values there are to be.
     */
    private static List<List<String>> anew(
            SchemaObject type, EnumLabels labels, List<String> renames, DdlContext context) {
        List<List<String>> ways = new ArrayList<>();
        for (List<String> way : TypeReplacement.ways(type, TypeText.of(type), context)) {
            if (ways.isEmpty()) {
                ways.add(way);
            } else if (labels.certain()) {
                ways.add(Stream.concat(renames.stream(), way.stream()).toList());
            }
        }
        return ways;
    }

    /** Whether something speaks of a value, which it may not do in the transaction that adds it to a type. */
    private static boolean isUsed(SchemaObject type, String value, DdlContext context) {
        String constant = value + "::" + StatementName.of(type.name());
        return context.to()
                .anyMatch(object -> object.definition().contains(constant)
                        || object.attributes().values().stream().anyMatch(text -> text.contains(constant)));
    }

    private static List<String> renamed(EnumLabels labels, ObjectName type) {
        return labels.renames().entrySet().stream()
                .map(rename -> "ALTER TYPE " + StatementName.of(type) + " RENAME VALUE " + rename.getKey() + " TO "
                        + rename.getValue())
                .toList();
    }

    private static List<String> added(List<String> before, List<String> after, ObjectName type) {
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
