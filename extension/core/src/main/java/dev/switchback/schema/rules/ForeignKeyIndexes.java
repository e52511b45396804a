package dev.switchback.schema.rules;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds foreign keys whose rows can only be found by reading the whole table. */
final class ForeignKeyIndexes {

    static final SchemaRule RULE = SchemaRule.of(
            "foreign-key-index",
            "Every foreign key has an index that begins with its columns.",
            "Without one, each deletion of a row that is referred to reads the whole table, and locks rows for as long.",
            schema -> new ForeignKeyIndexes(schema).violations());

    private static final String NOT_NULL = " IS NOT NULL";

    private final Schema schema;
    private final ParentTables parents;
    private final Map<String, List<List<String>>> indexes = new HashMap<>();

    private ForeignKeyIndexes(Schema schema) {
        this.schema = schema;
        this.parents = new ParentTables(schema);
        for (SchemaObject object : schema.objects()) {
            if (findsRows(object)) {
                indexes.computeIfAbsent(object.name().qualifiedParent(), table -> new ArrayList<>())
                        .add(SqlNames.listed(object.attribute("columns")));
            }
        }
    }

    private List<Violation> violations() {
        return schema.objects(ObjectKind.FOREIGN_KEY).stream()
                .filter(key -> key.attribute("part of").isEmpty()
                        && key.attribute("enforced").isEmpty())
                .filter(key -> !isIndexed(key))
                .map(ForeignKeyIndexes::violation)
                .toList();
    }

    private boolean isIndexed(SchemaObject key) {
        List<String> columns = SqlNames.listed(key.attribute("columns"));
        return parents.withParents(key.name().qualifiedParent()).stream()
                .flatMap(table -> indexes.getOrDefault(table, List.of()).stream())
                .anyMatch(index -> beginsWith(index, columns));
    }

    private static boolean beginsWith(List<String> index, List<String> columns) {
        Set<String> wanted = new HashSet<>(columns);
        return index.size() >= wanted.size() && wanted.equals(new HashSet<>(index.subList(0, wanted.size())));
    }

    /** An index over some rows only, or one that is not complete, does not find them all. */
    private static boolean findsRows(SchemaObject object) {
        return switch (object.kind()) {
            case PRIMARY_KEY, UNIQUE -> true;
            case INDEX ->
                leavesOutNullsAtMost(object)
                        && object.attribute("valid").isEmpty()
                        && (object.attribute("method").isEmpty()
                                || object.attribute("method").equals("hash"));
            default -> false;
        };
    }

    /** A row that refers to another has no nulls there, and the server knows it. */
    private static boolean leavesOutNullsAtMost(SchemaObject index) {
        List<String> columns = SqlNames.listed(index.attribute("columns"));
        String predicate = index.attribute("predicate");
        return predicate.isEmpty()
                || Arrays.stream(predicate.split(" AND "))
                        .map(condition -> condition.replaceAll("[()]", ""))
                        .allMatch(condition -> condition.endsWith(NOT_NULL)
                                && columns.containsAll(SqlNames.listed(
                                        condition.substring(0, condition.length() - NOT_NULL.length()))));
    }

    private static Violation violation(SchemaObject key) {
        String columns = SqlNames.quoted(SqlNames.listed(key.attribute("columns")));
        return new Violation(
                key.name(),
                "has no index on " + columns,
                "CREATE INDEX ON %s (%s);".formatted(SqlNames.quotedParent(key.name()), columns));
    }
}
