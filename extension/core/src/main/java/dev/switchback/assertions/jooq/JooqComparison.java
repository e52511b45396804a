package dev.switchback.assertions.jooq;

import static java.util.stream.Collectors.toSet;

import dev.switchback.schema.ExcludedObjects;
import dev.switchback.schema.NamePatterns;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jooq.Fields;
import org.jooq.Named;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.jspecify.annotations.Nullable;

/**
 * Compares a schema with what the classes that jOOQ generated say about it. What its generator cannot know, such as an index
 * over an expression, the classes need not have, and partitions neither.
 */
public final class JooqComparison {

    /** The schema of classes that are generated to name none. */
    private static final String DEFAULT_SCHEMA = "public";

    private final Schema schema;
    private final JooqColumns columns;
    private final JooqKeys keys;
    private final JooqIndexes indexes;
    private final JooqSequences sequences;
    private final List<JooqDifference> differences = new ArrayList<>();

    private JooqComparison(Schema schema, Collection<? extends org.jooq.Schema> generated) {
        this.schema = schema;
        this.columns = new JooqColumns(schema, differences::add);
        this.keys = new JooqKeys(schema, tables(generated), differences::add);
        this.indexes = new JooqIndexes(schema, tables(generated), differences::add);
        this.sequences = new JooqSequences(schema, differences::add);
    }

    /**
     * All differences, in the order of the objects' names.
     *
     * @param except patterns of names that are of no interest
     */
    public static List<JooqDifference> of(
            Schema schema, Collection<? extends org.jooq.Schema> generated, Collection<String> except) {
        JooqComparison comparison = new JooqComparison(schema, generated);
        generated.forEach(comparison::compare);
        NamePatterns excepted = NamePatterns.excluding(except);
        ExcludedObjects.check(
                except,
                schema,
                comparison.differences.stream().map(JooqDifference::name).toList());
        return comparison.differences.stream()
                .filter(difference -> !excepted.match(difference.name()))
                .distinct()
                .sorted(JooqDifference.ORDER)
                .toList();
    }

    static String nameOf(org.jooq.@Nullable Schema generated) {
        return generated == null || generated.getName().isEmpty() ? DEFAULT_SCHEMA : generated.getName();
    }

    private static List<Table<?>> tables(Collection<? extends org.jooq.Schema> generated) {
        return generated.stream().flatMap(each -> tables(each).stream()).toList();
    }

    /** Functions that return a table have classes of tables. */
    private static List<Table<?>> tables(org.jooq.Schema generated) {
        return generated.getTables().stream()
                .filter(table -> table.getOptions().type() != TableType.FUNCTION)
                .<Table<?>>map(table -> table)
                .toList();
    }

    private void compare(org.jooq.Schema generated) {
        String name = nameOf(generated);
        both(name, ObjectKind.withRows(), tables(generated), this::compareTable);
        both(
                name,
                Set.of(ObjectKind.COMPOSITE_TYPE),
                generated.getUDTs(),
                (type, udt) -> columns.compare(type, udt.fields()));
        both(name, Set.of(ObjectKind.DOMAIN), generated.getDomains(), columns::compareDomain);
        sequences.compare(name, generated.getSequences());
    }

    private void compareTable(SchemaObject relation, Table<?> table) {
        columns.compare(relation, table.fields());
        columns.compareIdentity(relation, Optional.ofNullable(table.getIdentity()));
        if (relation.attribute("partition of").isEmpty()) {
            keys.compare(relation, table);
            indexes.compare(relation, table);
        }
    }

    private <T extends Named> void both(
            String schemaName, Set<ObjectKind> kinds, List<T> generated, BiConsumer<SchemaObject, T> compare) {
        Set<String> names = generated.stream().map(Named::getName).collect(toSet());
        List<SchemaObject> objects = schema.objects().stream()
                .filter(object ->
                        kinds.contains(object.kind()) && object.name().schema().equals(schemaName))
                .toList();
        objects.stream()
                .filter(object -> !names.contains(object.name().name())
                        && object.attribute("partition of").isEmpty())
                .forEach(object -> differences.add(JooqDifference.lacking(object.name(), columns.essence(object))));
        for (T own : generated) {
            objects.stream()
                    .filter(object -> object.name().name().equals(own.getName()))
                    .findFirst()
                    .ifPresentOrElse(
                            object -> compare.accept(object, own),
                            () -> differences.add(surplus(schemaName, kinds, own)));
        }
    }

    private JooqDifference surplus(String schemaName, Set<ObjectKind> kinds, Named own) {
        ObjectKind kind =
                own instanceof Table<?> table ? kind(table) : kinds.iterator().next();
        String essence = own instanceof Fields fields ? columns.essence(Arrays.asList(fields.fields())) : "";
        return JooqDifference.surplus(ObjectName.of(kind, schemaName, own.getName()), essence);
    }

    private static ObjectKind kind(Table<?> table) {
        return switch (table.getOptions().type()) {
            case VIEW -> ObjectKind.VIEW;
            case MATERIALIZED_VIEW -> ObjectKind.MATERIALIZED_VIEW;
            default -> ObjectKind.TABLE;
        };
    }
}
