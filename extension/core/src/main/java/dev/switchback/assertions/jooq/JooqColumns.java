package dev.switchback.assertions.jooq;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DataType;
import org.jooq.Domain;
import org.jooq.Field;
import org.jooq.Identity;

/** Compares columns: names, types, nullability, and which of them is the identity. */
final class JooqColumns {

    private final Schema schema;
    private final JooqTypes types;
    private final JooqEnums enums;
    private final Consumer<JooqDifference> differences;

    JooqColumns(Schema schema, Consumer<JooqDifference> differences) {
        this.schema = schema;
        this.types = new JooqTypes(schema);
        this.enums = new JooqEnums(schema, differences);
        this.differences = differences;
    }

    void compare(SchemaObject relation, Field<?>[] fields) {
        Map<String, Field<?>> generated = Arrays.stream(fields)
                .collect(
                        Collectors.toMap(Field::getName, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        for (SchemaObject column : columns(relation)) {
            Field<?> field = generated.remove(column.name().name());
            if (field == null) {
                differences.accept(JooqDifference.lacking(column.name(), text(column)));
            } else {
                compare(column, field.getDataType());
            }
        }
        generated
                .values()
                .forEach(field -> differences.accept(JooqDifference.surplus(
                        new ObjectName(
                                ObjectKind.COLUMN,
                                relation.name().schema(),
                                relation.name().name(),
                                field.getName()),
                        text(field.getDataType()))));
    }

    private void compare(SchemaObject column, DataType<?> generated) {
        enums.compare(generated);
        String type = column.attribute("type");
        boolean sameType = types.isSame(type, generated);
        if (!sameType || isNotNull(column) == generated.nullable()) {
            String classes = (sameType ? type : types.worded(generated)) + (generated.nullable() ? "" : " not null");
            differences.accept(JooqDifference.other(column.name(), classes, text(column)));
        }
    }

    void compareDomain(SchemaObject domain, Domain<?> generated) {
        if (!types.isSame(domain.attribute("type"), generated.getDataType())) {
            differences.accept(JooqDifference.other(
                    domain.name(), types.worded(generated.getDataType()), domain.attribute("type")));
        }
    }

    /** jOOQ knows one identity of a table, and counts a column that a sequence fills as one. */
    void compareIdentity(SchemaObject relation, Optional<Identity<?, ?>> generated) {
        List<SchemaObject> identities =
                columns(relation).stream().filter(types::isIdentity).toList();
        String name = generated.map(identity -> identity.getField().getName()).orElse("");
        if (generated.isEmpty() && !identities.isEmpty()) {
            differences.accept(JooqDifference.other(identities.get(0).name(), "no identity", "identity"));
        }
        if (generated.isPresent()
                && identities.stream().noneMatch(column -> column.name().name().equals(name))) {
            columns(relation).stream()
                    .filter(column -> column.name().name().equals(name))
                    .forEach(column ->
                            differences.accept(JooqDifference.other(column.name(), "identity", "no identity")));
        }
    }

    /** In one line, what the classes lack. */
    String essence(SchemaObject object) {
        List<SchemaObject> columns = columns(object);
        return columns.isEmpty()
                ? object.definition()
                : columns.stream()
                        .map(column -> column.name().name() + " " + text(column))
                        .collect(joining(", ", "(", ")"));
    }

    String essence(List<Field<?>> fields) {
        return fields.stream()
                .map(field -> field.getName() + " " + text(field.getDataType()))
                .collect(joining(", ", "(", ")"));
    }

    private List<SchemaObject> columns(SchemaObject relation) {
        return schema.childrenOf(relation).stream()
                .filter(child -> child.kind() == ObjectKind.COLUMN)
                .sorted(Comparator.comparingInt(column -> Integer.parseInt("0" + column.attribute("position"))))
                .toList();
    }

    private String text(SchemaObject column) {
        return column.attribute("type") + (isNotNull(column) ? " not null" : "");
    }

    private String text(DataType<?> generated) {
        return types.worded(generated) + (generated.nullable() ? "" : " not null");
    }

    /** By itself or by its domain. */
    private boolean isNotNull(SchemaObject column) {
        return column.attribute("nullability").startsWith("not null")
                || types.domain(column.attribute("type"))
                        .filter(domain -> domain.attribute("nullability").startsWith("not null"))
                        .isPresent();
    }
}
