package dev.switchback.postgresql.ddl;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Finds the objects of a schema by what a writer knows of them. */
final class SchemaLookup {

    private static final Set<ObjectKind> PARENTS = Set.of(
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.COMPOSITE_TYPE,
            ObjectKind.DOMAIN);

    /** The state of a constraint's triggers on a table, before its qualified name without quotes. */
    static final String DISABLED = "disabled on ";

    private final Map<ObjectKind, List<SchemaObject>> byKind = new EnumMap<>(ObjectKind.class);
    private final Map<String, List<SchemaObject>> owned = new HashMap<>();
    private final Set<String> namesOfNotNull = new HashSet<>();
    private final Set<String> withDisabledKeys = new HashSet<>();
    private final Map<ObjectName, SchemaObject> byName = new HashMap<>();
    private final Map<String, SchemaObject> parents = new HashMap<>();
    private final Map<String, List<SchemaObject>> children = new HashMap<>();

    SchemaLookup(Schema schema) {
        for (SchemaObject object : schema.objects()) {
            byName.put(object.name(), object);
            byKind.computeIfAbsent(object.kind(), kind -> new ArrayList<>()).add(object);
            String owner = object.attribute("owned by");
            if (!owner.isEmpty()) {
                owned.computeIfAbsent(owner, column -> new ArrayList<>()).add(object);
            }
            String notNull = object.attribute("not null constraint");
            if (!notNull.isEmpty()) {
                namesOfNotNull.add(notNull);
            }
            for (String state : ListedNames.split(object.attribute("enabled"))) {
                if (state.startsWith(DISABLED)) {
                    withDisabledKeys.add(state.substring(DISABLED.length()));
                }
            }
            if (PARENTS.contains(object.kind())) {
                parents.put(object.name().qualified(), object);
            }
            if (object.name().hasParent()) {
                children.computeIfAbsent(object.name().qualifiedParent(), parent -> new ArrayList<>())
                        .add(object);
            }
        }
    }

    List<SchemaObject> all(ObjectKind kind) {
        return byKind.getOrDefault(kind, List.of());
    }

    boolean anyMatch(Predicate<SchemaObject> condition) {
        return byName.values().stream().anyMatch(condition);
    }

    /** The sequences that belong to a column. */
    List<SchemaObject> ownedBy(SchemaObject column) {
        return owned.isEmpty() ? List.of() : owned.getOrDefault(column.name().qualified(), List.of());
    }

    /** Whether some column's NOT NULL has this name, which is not the usual one there. */
    boolean isNameOfNotNull(String name) {
        return namesOfNotNull.contains(name);
    }

    /** Whether the triggers of some key on a table are disabled, by the qualified name of the table without quotes. */
    boolean hasDisabledKeys(String table) {
        return withDisabledKeys.contains(table);
    }

    Optional<SchemaObject> find(ObjectName name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A table, view, domain or the like by its qualified name without quotes. */
    Optional<SchemaObject> parent(String qualified) {
        return Optional.ofNullable(parents.get(qualified));
    }

    Optional<SchemaObject> parentOf(SchemaObject object) {
        return object.name().hasParent() ? parent(object.name().qualifiedParent()) : Optional.empty();
    }

    List<SchemaObject> children(SchemaObject parent) {
        return children.getOrDefault(parent.name().qualified(), List.of());
    }

    /** The children of an object of that kind; columns in their order. */
    List<SchemaObject> children(SchemaObject parent, ObjectKind kind) {
        return children(parent).stream()
                .filter(child -> child.kind() == kind)
                .sorted(Comparator.comparingInt(SchemaLookup::position))
                .toList();
    }

    /** The column of a qualified name without quotes, {@code public.person.id}. */
    Optional<SchemaObject> column(String qualified) {
        int dot = qualified.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : parent(qualified.substring(0, dot)).stream()
                        .flatMap(table -> children(table, ObjectKind.COLUMN).stream())
                        .filter(column -> column.name().name().equals(qualified.substring(dot + 1)))
                        .findFirst();
    }

    private static int position(SchemaObject object) {
        String position = object.attribute("position");
        return position.isEmpty() ? 0 : Integer.parseInt(position);
    }
}
