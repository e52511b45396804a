package dev.switchback.schema;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds objects by name. */
final class ObjectIndex {

    private static final int NEAREST = 3;

    private final List<SchemaObject> objects;

    /** Of objects in the order of their names. */
    ObjectIndex(List<SchemaObject> objects) {
        this.objects = objects;
        for (int i = 1; i < objects.size(); i++) {
            if (objects.get(i).name().equals(objects.get(i - 1).name())) {
                throw new IllegalArgumentException(
                        "Two objects are called " + objects.get(i).name() + ".");
            }
        }
    }

    static List<SchemaObject> sorted(Collection<SchemaObject> objects) {
        return objects.stream().sorted(Comparator.comparing(SchemaObject::name)).toList();
    }

    Optional<SchemaObject> find(ObjectKind kind, String name) {
        List<SchemaObject> found = objects.stream()
                .filter(object -> object.kind() == kind && object.name().isMeantBy(name))
                .toList();
        if (found.size() > 1) {
            throw new IllegalArgumentException("Several objects are meant by %s %s: %s. Use a qualified name."
                    .formatted(kind.label(), name, listed(found)));
        }
        return found.stream().findFirst();
    }

    SchemaObject get(ObjectKind kind, String name) {
        return find(kind, name).orElseThrow(() -> new IllegalArgumentException(unknown(kind, name)));
    }

    List<SchemaObject> childrenOf(SchemaObject parent) {
        return objects.stream()
                .filter(object -> object.name().hasParent()
                        && object.name().parent().equals(parent.name().name())
                        && object.name().schema().equals(parent.name().schema()))
                .toList();
    }

    Optional<SchemaObject> parentOf(ObjectName name) {
        return objects.stream()
                .filter(object -> name.hasParent()
                        && !object.name().hasParent()
                        && object.name().name().equals(name.parent())
                        && object.name().schema().equals(name.schema()))
                .findFirst();
    }

    private String unknown(ObjectKind kind, String name) {
        List<SchemaObject> ofKind =
                objects.stream().filter(object -> object.kind() == kind).toList();
        if (ofKind.isEmpty()) {
            return "There is no %s %s; the schema has none of this kind.".formatted(kind.label(), name);
        }
        List<SchemaObject> nearest = ofKind.stream()
                .sorted(Comparator.comparingInt((SchemaObject object) -> distance(object, name)))
                .limit(NEAREST)
                .toList();
        return "There is no %s %s. Nearest are: %s.".formatted(kind.label(), name, listed(nearest));
    }

    private static int distance(SchemaObject object, String name) {
        return Math.min(
                Levenshtein.distance(object.name().name(), name),
                Levenshtein.distance(object.name().qualified(), name));
    }

    private static String listed(List<SchemaObject> found) {
        return found.stream().map(object -> object.name().qualified()).collect(joining(", "));
    }
}
