package dev.switchback.schema;

import static java.util.stream.Collectors.joining;

import dev.switchback.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds objects by name. */
final class ObjectIndex {

    private static final int NEAREST = 3;

    private static final Comparator<SchemaObject> BY_NAME = Comparator.comparing(SchemaObject::name);

    /** In the order of their names. */
    private final List<SchemaObject> objects;

    private ObjectIndex(List<SchemaObject> objects) {
        this.objects = objects;
    }

    /** Of objects in any order, no two of which may have the same name. */
    static ObjectIndex of(Collection<SchemaObject> objects) {
        List<SchemaObject> sorted = objects.stream().sorted(BY_NAME).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).name().equals(sorted.get(i - 1).name())) {
                throw twice(sorted.get(i));
            }
        }
        return new ObjectIndex(sorted);
    }

    /** With some objects in the place of others; quick if they are few. */
    ObjectIndex replaced(Collection<SchemaObject> old, Collection<SchemaObject> fresh) {
        List<SchemaObject> replaced = new ArrayList<>(objects);
        for (SchemaObject object : old) {
            int place = Collections.binarySearch(replaced, object, BY_NAME);
            if (place >= 0) {
                replaced.remove(place);
            }
        }
        for (SchemaObject object : fresh) {
            int place = Collections.binarySearch(replaced, object, BY_NAME);
            if (place >= 0) {
                throw twice(object);
            }
            replaced.add(-place - 1, object);
        }
        return new ObjectIndex(Collections.unmodifiableList(replaced));
    }

    private static IllegalArgumentException twice(SchemaObject object) {
        return new IllegalArgumentException("Two objects are called " + object.name() + ".");
    }

    List<SchemaObject> objects() {
        return objects;
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
        if (parent.name().hasParent()) {
            return List.of();
        }
        return group(parent.name().schema(), parent.name().name()).stream()
                .filter(object -> object.name().hasParent())
                .toList();
    }

    Optional<SchemaObject> parentOf(ObjectName name) {
        return name.hasParent()
                ? group(name.schema(), name.parent()).stream()
                        .filter(object -> !object.name().hasParent())
                        .findFirst()
                : Optional.empty();
    }

    /** The objects of one name and what belongs to them, which are together. */
    private List<SchemaObject> group(String schema, String name) {
        int start = first(other -> compare(other, schema, name) >= 0);
        return objects.subList(start, Math.max(start, first(other -> compare(other, schema, name) > 0)));
    }

    private static int compare(ObjectName other, String schema, String group) {
        int order = other.schema().compareTo(schema);
        return order == 0 ? other.group().compareTo(group) : order;
    }

    /** The place of the first object that has come so far, as all behind it have. */
    private int first(Predicate<ObjectName> reached) {
        int low = 0;
        int high = objects.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reached.test(objects.get(middle).name())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
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
        return NearestName.distance(name, object.name().name(), object.name().qualified());
    }

    private static String listed(List<SchemaObject> found) {
        return found.stream().map(object -> object.name().qualified()).collect(joining(", "));
    }
}
