package dev.switchback.postgresql.ddl;

import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Constraints and indexes that differ in nothing but their names: to rename one is less than to drop and to make it. */
final class RenamedTwins {

    private static final Set<ObjectKind> KINDS = Set.of(
            ObjectKind.PRIMARY_KEY,
            ObjectKind.UNIQUE,
            ObjectKind.FOREIGN_KEY,
            ObjectKind.CHECK,
            ObjectKind.EXCLUSION,
            ObjectKind.INDEX);

    private record Likeness(
            ObjectKind kind, String schema, String parent, String definition, Map<String, String> attributes) {

        static Likeness of(SchemaObject object) {
            Map<String, String> attributes = new TreeMap<>(object.attributes());
            attributes.remove("comment");
            String definition = object.kind() == ObjectKind.INDEX
                    ? object.definition().replaceFirst("^(CREATE (?:UNIQUE )?INDEX ).*? ON ", "$1 ON ")
                    : object.definition();
            return new Likeness(
                    object.kind(), object.name().schema(), object.name().parent(), definition, attributes);
        }
    }

    private RenamedTwins() {}

    /** The names that objects have given up or taken over, which do not tell whether two belong to the same one. */
    private static Set<String> namesThatPass(SchemaDiff diff) {
        return diff.changes().stream()
                .filter(Change.Renamed.class::isInstance)
                .map(Change.Renamed.class::cast)
                .flatMap(renamed -> Stream.of(renamed.before(), renamed.after()))
                .map(object -> object.name().qualified())
                .collect(Collectors.toSet());
    }

    /** The changes, with a rename for each pair of which one is to go and the other to come. */
    static List<Change> paired(SchemaDiff diff) {
        Map<Likeness, SchemaObject> going = new HashMap<>();
        Set<String> otherNames = namesThatPass(diff);
        for (Change change : diff.changes()) {
            if (change instanceof Change.Removed removed
                    && KINDS.contains(removed.name().kind())
                    && !otherNames.contains(removed.name().qualifiedParent())) {
                going.putIfAbsent(Likeness.of(removed.object()), removed.object());
            }
        }
        Map<SchemaObject, SchemaObject> renamed = new HashMap<>();
        for (Change change : diff.changes()) {
            if (change instanceof Change.Added added
                    && KINDS.contains(added.name().kind())) {
                SchemaObject twin = going.remove(Likeness.of(added.object()));
                if (twin != null) {
                    renamed.put(twin, added.object());
                }
            }
        }
        if (renamed.isEmpty()) {
            return diff.changes();
        }
        List<Change> changes = new ArrayList<>();
        for (Change change : diff.changes()) {
            if (change instanceof Change.Removed removed && renamed.containsKey(removed.object())) {
                changes.add(new Change.Renamed(removed.object(), renamed.get(removed.object())));
            } else if (!(change instanceof Change.Added added && renamed.containsValue(added.object()))) {
                changes.add(change);
            }
        }
        return changes;
    }
}
