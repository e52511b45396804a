package dev.switchback.postgresql.ddl;

import dev.switchback.schema.Change;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** An object that is to become another one, attribute by attribute: what was seen to is taken out. */
final class Alteration {

    private final SchemaObject before;
    private final SchemaObject after;
    private final Set<String> open;

    private Alteration(SchemaObject before, SchemaObject after, Set<String> open) {
        this.before = before;
        this.after = after;
        this.open = open;
    }

    /** From all that changed about one object. */
    static Alteration of(List<Change.Changed> changes) {
        Set<String> attributes = new TreeSet<>();
        changes.forEach(change -> attributes.add(change.attribute()));
        return new Alteration(changes.get(0).before(), changes.get(0).after(), attributes);
    }

    /** From an object that was just created with nothing but what its CREATE says. */
    static Alteration ofNew(SchemaObject object, String... created) {
        TreeMap<String, String> plain = new TreeMap<>(object.attributes());
        plain.keySet().retainAll(Set.of(created));
        return between(new SchemaObject(object.name(), object.definition(), plain, object.identity()), object);
    }

    /** All attributes in which two differ. */
    static Alteration between(SchemaObject before, SchemaObject after) {
        Set<String> attributes = new TreeSet<>(before.attributes().keySet());
        attributes.addAll(after.attributes().keySet());
        attributes.removeIf(attribute -> before.attribute(attribute).equals(after.attribute(attribute)));
        return new Alteration(before, after, attributes);
    }

    SchemaObject before() {
        return before;
    }

    SchemaObject after() {
        return after;
    }

    String from(String attribute) {
        return before.attribute(attribute);
    }

    String to(String attribute) {
        return after.attribute(attribute);
    }

    /** Whether any of these differs; what is asked for counts as seen to. */
    boolean take(String... attributes) {
        return open.removeAll(Set.of(attributes));
    }

    /** Whether any of these differs and nobody has seen to it. */
    boolean has(String... attributes) {
        return Set.of(attributes).stream().anyMatch(open::contains);
    }

    boolean isDone() {
        return open.isEmpty();
    }

    boolean leaves(String attribute) {
        return open.contains(attribute);
    }
}
