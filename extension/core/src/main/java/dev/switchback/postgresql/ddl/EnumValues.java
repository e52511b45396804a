package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.ddl.Identifiers.quote;

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
            List<String> unused = List.of("DROP TYPE " + StatementName.of(type.name()), TypeWriter.text(type));
            context.draft().ways(ObjectKind.ENUM, List.of(unused, anew(type, context)));
        } else {
            statements.forEach(statement -> context.draft().add(ObjectKind.ENUM, statement));
        }
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

    /** No value can be dropped or moved: a new type takes the place of the old one in every column that has it. */
    private static List<String> anew(SchemaObject type, DdlContext context) {
        String name = StatementName.of(type.name());
        String old = type.name().name() + "_old";
        List<String> statements = new ArrayList<>();
        statements.add("ALTER TYPE " + name + " RENAME TO " + quote(old));
        statements.add(TypeWriter.text(type));
        for (SchemaObject column : context.to().all(ObjectKind.COLUMN)) {
            String columnType = column.attribute("type");
            if ((columnType.equals(name) || columnType.equals(name + "[]"))
                    && context.address()
                            .parentKind(column.name())
                            .filter(ObjectKind.TABLE::equals)
                            .isPresent()
                    && context.from().find(column.name()).isPresent()
                    && !Inheritance.isInherited(column, context.to())) {
                statements.add(column(column, columnType));
            }
        }
        statements.add("DROP TYPE " + Identifiers.qualified(type.name().schema(), old));
        return statements;
    }

    private static String column(SchemaObject column, String type) {
        String alter = " ALTER COLUMN " + quote(column.name().name());
        String text = type.endsWith("[]") ? "text[]" : "text";
        String using = alter + " TYPE " + type + " USING " + quote(column.name().name()) + "::" + text + "::" + type;
        String table = "ALTER TABLE " + StatementName.parent(column.name());
        String usual = column.attribute("default");
        return usual.isEmpty()
                ? table + using
                : table + alter + " DROP DEFAULT," + using + "," + alter + " SET DEFAULT " + usual;
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
