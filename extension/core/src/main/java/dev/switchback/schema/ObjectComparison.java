package dev.switchback.schema;

import dev.switchback.schema.Change.Added;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.Change.Renamed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares two schemas object by object. */
final class ObjectComparison {

    private final Map<ObjectName, SchemaObject> gone;
    private final Map<ObjectName, SchemaObject> fresh;
    private final Renames renames;
    private final ChangeCategories categories;
    private final List<ObjectPair> pairs = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();

    private ObjectComparison(Schema before, Schema after) {
        gone = byName(before);
        fresh = byName(after);
        SwappedNames swapped = new SwappedNames(before, after);
        for (SchemaObject object : before.objects()) {
            SchemaObject other = fresh.get(object.name());
            if (other != null && !swapped.contain(object, other)) {
                fresh.remove(object.name());
                gone.remove(object.name());
                pairs.add(new ObjectPair(object, other));
            }
        }
        renames = new Renames(before, after, gone, fresh);
        categories = new ChangeCategories(after);
    }

    static List<Change> of(Schema before, Schema after) {
        return before.equals(after)
                ? List.of()
                : new ObjectComparison(before, after).changes(new ViewColumns(before, after));
    }

    private List<Change> changes(ViewColumns views) {
        for (SchemaObject object : gone.values()) {
            renames.of(object.name())
                    .ifPresentOrElse(after -> renamed(object, after), () -> changes.add(new Removed(object)));
        }
        fresh.values().forEach(object -> changes.add(new Added(object)));
        changes.removeIf(change -> views.explain(change.name()));
        pairs.forEach(this::compare);
        changes.addAll(ColumnOrder.changes(pairs));
        return ViewOrder.explained(changes).stream()
                .sorted(Comparator.comparing(Change::name))
                .toList();
    }

    private void renamed(SchemaObject before, SchemaObject after) {
        fresh.remove(after.name());
        pairs.add(new ObjectPair(before, after));
        if (!renames.expected(before.name()).equals(after.name())) {
            changes.add(new Renamed(before, after));
        }
    }

    private void compare(ObjectPair pair) {
        if (pair.before().equals(pair.after())) {
            return;
        }
        Set<String> changed = new HashSet<>();
        TreeSet<String> attributes = new TreeSet<>(pair.before().attributes().keySet());
        attributes.addAll(pair.after().attributes().keySet());
        attributes.remove(Attributes.POSITION);
        for (String attribute : attributes) {
            String from = pair.before().attribute(attribute);
            String to = pair.after().attribute(attribute);
            if (!renames.sameText(pair, from, to)) {
                changed(pair, attribute, from, to);
                changed.add(attribute);
            }
        }
        String from = pair.before().definition();
        String to = pair.after().definition();
        if (!renames.sameText(pair, from, to) && !Definitions.areExplained(pair, changed)) {
            changed(pair, Attributes.DEFINITION, from, to);
        }
    }

    private void changed(ObjectPair pair, String attribute, String from, String to) {
        changes.add(new Changed(
                pair.before(), pair.after(), attribute, from, to, categories.of(pair, attribute, from, to)));
    }

    private static Map<ObjectName, SchemaObject> byName(Schema schema) {
        Map<ObjectName, SchemaObject> objects = new LinkedHashMap<>();
        schema.objects().forEach(object -> objects.put(object.name(), object));
        return objects;
    }
}
