package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Last ways to drop what others stand on that are to stay: those go before it, and come back when what they need is there again,
 * because they are missing then.
 */
final class Obstacles {

    private Obstacles() {}

    /** The way to drop a table or view that views and foreign keys stand on; empty if none do. */
    static List<String> droppedBefore(SchemaObject relation, String drop, DdlContext context) {
        List<String> obstacles = new ArrayList<>(DependentStatements.drops(relation, context));
        context.from().all(ObjectKind.FOREIGN_KEY).stream()
                .filter(key -> ConstraintText.target(key).equals(relation.name().qualified()))
                .filter(key ->
                        !key.name().qualifiedParent().equals(relation.name().qualified()))
                .forEach(key -> add(key, context, obstacles));
        return way(obstacles, drop);
    }

    /** The way to drop an index or key that foreign keys lead to; empty if none do. */
    static List<String> keysDroppedBefore(SchemaObject index, String drop, DdlContext context) {
        return way(foreignKeys(index, context), drop);
    }

    /** The way to make such an index or key anew. */
    static List<List<String>> keysDroppedBefore(SchemaObject index, List<String> anew, DdlContext context) {
        List<String> keys = foreignKeys(index, context);
        return keys.isEmpty() ? List.of() : List.of(way(keys, anew.toArray(String[]::new)));
    }

    /** The ways to alter a column without the foreign keys, checks and indexes on expressions that have it in them. */
    static List<List<String>> droppedBefore(SchemaObject column, DdlContext context, List<List<String>> ways) {
        List<String> obstacles = new ArrayList<>();
        String name = quoteIfNeeded(column.name().name());
        String table = column.name().qualifiedParent();
        context.from().all(ObjectKind.FOREIGN_KEY).stream()
                .filter(key -> (key.name().qualifiedParent().equals(table)
                                && ListedNames.split(key.attribute("columns")).contains(name))
                        || (ConstraintText.target(key).equals(table)
                                && targetColumns(key).contains(name)))
                .forEach(key -> add(key, context, obstacles));
        context.from().parentOf(column).stream()
                .flatMap(owner -> context.from().children(owner).stream())
                .filter(each -> !each.name().equals(column.name())
                        && context.stays(each)
                        && DependentStatements.part(name)
                                .matcher(expressions(each))
                                .find())
                .map(Obstacles::drop)
                .forEach(obstacles::add);
        String address = StatementName.parent(column.name());
        context.from().all(ObjectKind.PUBLICATION).stream()
                .filter(publication -> DependentStatements.part(address)
                        .matcher(publication.attribute("tables"))
                        .find())
                .forEach(publication -> obstacles.add(
                        "ALTER PUBLICATION " + StatementName.of(publication.name()) + " DROP TABLE " + address));
        return obstacles.isEmpty()
                ? List.of()
                : ways.stream()
                        .map(way -> way(obstacles, way.toArray(String[]::new)))
                        .toList();
    }

    private static String expressions(SchemaObject ofTable) {
        return switch (ofTable.kind()) {
            case CHECK -> ofTable.attribute("expression");
            case COLUMN -> ofTable.attribute("generated");
            case INDEX ->
                PartialIndex.isImplied(ofTable) ? "" : ofTable.definition().replaceFirst("^.*? USING ", "");
            default -> "";
        };
    }

    private static String drop(SchemaObject ofTable) {
        String name = quoteIfNeeded(ofTable.name().name());
        String alter = "ALTER TABLE " + StatementName.parent(ofTable.name());
        return switch (ofTable.kind()) {
            case CHECK -> alter + " DROP CONSTRAINT " + name;
            case COLUMN -> alter + " DROP COLUMN " + name;
            default -> "DROP INDEX " + StatementName.of(ofTable.name());
        };
    }

    /** The way to do something to a partition while it is none; empty for what is in no partition. */
    static Optional<List<String>> aroundDetached(SchemaObject ofPartition, String statement, DdlContext context) {
        return context.to().parentOf(ofPartition).flatMap(table -> Inheritance.Partition.of(
                        table.attribute("partition of"))
                .map(place -> {
                    String alter = "ALTER TABLE " + Inheritance.list(place.parent(), context.to());
                    String name = StatementName.of(table.name());
                    return List.of(
                            alter + " DETACH PARTITION " + name,
                            statement,
                            alter + " ATTACH PARTITION " + name + " " + place.bounds());
                }));
    }

    private static List<String> foreignKeys(SchemaObject index, DdlContext context) {
        List<String> obstacles = new ArrayList<>();
        Set<String> columns = Set.copyOf(ListedNames.split(index.attribute("columns")));
        context.from().all(ObjectKind.FOREIGN_KEY).stream()
                .filter(key -> ConstraintText.target(key).equals(index.name().qualifiedParent()))
                .filter(key -> targetColumns(key).equals(columns))
                .forEach(key -> add(key, context, obstacles));
        return obstacles;
    }

    private static Set<String> targetColumns(SchemaObject foreignKey) {
        String references = foreignKey.attribute("references");
        return Set.copyOf(ListedNames.split(references.substring(
                Math.min(references.length(), references.lastIndexOf('(') + 1),
                Math.max(references.lastIndexOf('(') + 1, references.length() - 1))));
    }

    private static void add(SchemaObject foreignKey, DdlContext context, List<String> obstacles) {
        if (context.stays(foreignKey) && !PartialIndex.isImplied(foreignKey)) {
            obstacles.add("ALTER TABLE " + StatementName.parent(foreignKey.name()) + " DROP CONSTRAINT "
                    + quoteIfNeeded(foreignKey.name().name()));
        }
    }

    private static List<String> way(List<String> obstacles, String... statements) {
        return obstacles.isEmpty()
                ? List.of()
                : Stream.concat(obstacles.stream(), Stream.of(statements)).toList();
    }
}
