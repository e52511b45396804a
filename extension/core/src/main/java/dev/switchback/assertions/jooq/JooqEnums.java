package dev.switchback.assertions.jooq;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DataType;
import org.jooq.EnumType;

/** Compares the literals of enums, of those that a generated column has. */
final class JooqEnums {

    private final Schema schema;
    private final Consumer<JooqDifference> differences;
    private final Set<Class<?>> compared = new HashSet<>();

    JooqEnums(Schema schema, Consumer<JooqDifference> differences) {
        this.schema = schema;
        this.differences = differences;
    }

    void compare(DataType<?> type) {
        DataType<?> element = type.getArrayBaseDataType();
        Class<?> java = element.getConverter().fromType();
        if (EnumType.class.isAssignableFrom(java) && java.isEnum() && compared.add(java)) {
            Arrays.stream(java.getEnumConstants())
                    .map(EnumType.class::cast)
                    .findFirst()
                    .ifPresent(first -> compare(first, java));
        }
    }

    private void compare(EnumType first, Class<?> java) {
        ObjectName name = ObjectName.of(
                ObjectKind.ENUM, JooqComparison.nameOf(first.getSchema()), String.valueOf(first.getName()));
        String literals = Arrays.stream(java.getEnumConstants())
                .map(constant -> "'" + ((EnumType) constant).getLiteral().replace("'", "''") + "'")
                .collect(joining(", "));
        Optional<SchemaObject> found = schema.find(ObjectKind.ENUM, name.qualified());
        if (found.isEmpty()) {
            differences.accept(JooqDifference.surplus(name, "enum (" + literals + ")"));
        } else if (!found.get().attribute("values").equals(literals)) {
            differences.accept(JooqDifference.other(
                    name, "(" + literals + ")", "(" + found.get().attribute("values") + ")"));
        }
    }
}
