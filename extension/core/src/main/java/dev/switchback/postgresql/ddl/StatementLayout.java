package dev.switchback.postgresql.ddl;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;

/** Statements with one fact a line. */
final class StatementLayout {

    private StatementLayout() {}

    static String of(SchemaObject object, String statement) {
        boolean isCreate = object.kind() == ObjectKind.ENUM && statement.startsWith("CREATE TYPE ");
        return isCreate
                ? EnumValues.values(object.attribute("values")).stream()
                        .collect(joining(
                                ",\n    ",
                                "CREATE TYPE " + StatementName.of(object.name()) + " AS ENUM (\n    ",
                                "\n)"))
                : statement;
    }
}
