package dev.switchback.schema;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Renamed objects: pairs of two schemas of which the server can prove that they are the same under another name. */
final class Renames {

    private record Key(ObjectKind kind, long identity) {}

    private final Map<ObjectName, SchemaObject> renamed = new HashMap<>();
    private final Map<String, String> schemas = new HashMap<>();
    private final Map<String, ObjectName> parents = new HashMap<>();
    private final Map<String, Map<String, String>> columns = new HashMap<>();
    private final Map<String, Set<String>> others = new HashMap<>();

    /** Nothing is known to be renamed unless both schemas come from the same database. */
    Renames(Schema before, Schema after, Map<ObjectName, SchemaObject> gone, Map<ObjectName, SchemaObject> fresh) {
        if (before.origin().isEmpty() || !before.origin().equals(after.origin())) {
            return;
        }
        Map<Key, SchemaObject> byIdentity = new HashMap<>();
        for (SchemaObject object : fresh.values()) {
            if (object.identity() != 0) {
                byIdentity.put(new Key(object.kind(), object.identity()), object);
            }
        }
        gone.values().forEach(object -> note(object, byIdentity.get(new Key(object.kind(), object.identity()))));
    }

    private void note(SchemaObject before, @Nullable SchemaObject after) {
        if (after == null) {
            return;
        }
        renamed.put(before.name(), after);
        noteName(before.name().name(), after.name().name());
        if (before.kind() == ObjectKind.SCHEMA) {
            schemas.put(before.name().name(), after.name().name());
        } else if (before.kind() == ObjectKind.COLUMN) {
            columns.computeIfAbsent(before.name().qualifiedParent(), table -> new HashMap<>())
                    .put(before.name().name(), after.name().name());
        } else if (!before.name().hasParent()) {
            parents.put(before.name().qualified(), after.name());
        }
    }

    /** The name of a routine goes on with its arguments. */
    private void noteName(String before, String after) {
        if (!before.equals(after)) {
            others.computeIfAbsent(beginning(before), name -> new HashSet<>()).add(beginning(after));
        }
    }

    private static String beginning(String name) {
        return name.replaceFirst("\\(.*", "");
    }

    Optional<SchemaObject> of(ObjectName before) {
        return Optional.ofNullable(renamed.get(before));
    }

    /** The name that an object has only because its schema or its parent was renamed; else the one it had. */
    ObjectName expected(ObjectName before) {
        ObjectName parent = before.hasParent() ? parents.get(before.qualifiedParent()) : null;
        String schema = schemas.getOrDefault(before.schema(), before.schema());
        return parent == null ? before.in(schema, before.parent()) : before.in(parent.schema(), parent.name());
    }

    /** Whether two texts about an object are the same but for the names of the object and of what it belongs to. */
    boolean sameText(ObjectPair pair, String before, String after) {
        if (before.equals(after)) {
            return true;
        }
        if (renamed.isEmpty()) {
            return false;
        }
        if (isWrittenByServer(pair.before())
                && (SqlText.areAlike(before, after, others)
                        || SqlText.renamed(before, onlyOthers()).equals(after))) {
            return true;
        }
        ObjectName from = pair.before().name();
        ObjectName to = pair.after().name();
        String expected = SqlText.renamed(before, from.schema(), to.schema());
        expected = SqlText.renamed(expected, from.parent(), to.parent());
        expected = SqlText.renamed(expected, from.name(), to.name());
        return SqlText.renamed(expected, columnsOf(from)).equals(after);
    }

    /** All but the body of a routine that is a text for its language; the server writes with the names that objects have. */
    private static boolean isWrittenByServer(SchemaObject object) {
        return switch (object.kind()) {
            case FUNCTION, PROCEDURE -> object.definition().contains("BEGIN ATOMIC");
            default -> true;
        };
    }

    /** The names that one object alone has given up; an attribute may have them without their quotes. */
    private Map<String, String> onlyOthers() {
        Map<String, String> only = new HashMap<>();
        others.forEach((before, after) -> {
            if (after.size() == 1) {
                only.put(before, after.iterator().next());
            }
        });
        return only;
    }

    private Map<String, String> columnsOf(ObjectName object) {
        return columns.getOrDefault(object.hasParent() ? object.qualifiedParent() : object.qualified(), Map.of());
    }
}
