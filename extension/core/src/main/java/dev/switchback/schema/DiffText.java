package dev.switchback.schema;

import dev.switchback.schema.Change.Added;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.Change.Removed;
import dev.switchback.schema.Change.Renamed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes differences for a reader: each under the object it belongs to, in columns. */
final class DiffText {

    private record Group(String schema, String name) {}

    private final SchemaDiff diff;
    private final StringBuilder text = new StringBuilder();

    private DiffText(SchemaDiff diff) {
        this.diff = diff;
    }

    static String of(SchemaDiff diff) {
        DiffText text = new DiffText(diff);
        Map<Group, List<Change>> groups = new LinkedHashMap<>();
        for (Change change : diff.changes()) {
            ObjectName name = change.name();
            groups.computeIfAbsent(new Group(name.schema(), name.group()), group -> new ArrayList<>())
                    .add(change);
        }
        groups.forEach(text::group);
        return text.text.toString().stripTrailing();
    }

    private void group(Group group, List<Change> changes) {
        List<Change> whole = changes.stream().filter(DiffText::isWholeObject).toList();
        whole.forEach(change -> line(DiffLine.of(change, change.name().toString(), essence(change, changes))));
        List<Change> parts = changes.stream()
                .filter(change -> !isWholeObject(change))
                .filter(change -> whole.stream().noneMatch(parent -> comesWith(parent, change)))
                .toList();
        if (parts.isEmpty()) {
            return;
        }
        line(header(group, parts.get(0)));
        List<DiffLine> lines = new ArrayList<>();
        for (Change change : parts) {
            DiffLine line = DiffLine.of(change);
            if (!lines.contains(line)) {
                lines.add(line);
            }
        }
        int width = lines.stream().mapToInt(line -> line.label().length()).max().orElse(0);
        lines.forEach(line -> line(line.indented(width)));
    }

    private void line(Object line) {
        text.append(line).append('\n');
    }

    private static boolean isWholeObject(Change change) {
        return !change.name().hasParent() && !(change instanceof Changed);
    }

    /** Whether a change is part of its table's, so that it needs no line of its own. */
    private static boolean comesWith(Change table, Change part) {
        return part.name().hasParent()
                && table.name().kind().isRelation()
                && ((part instanceof Added && table instanceof Added)
                        || (part instanceof Removed && table instanceof Removed));
    }

    private static String essence(Change change, List<Change> group) {
        if (change instanceof Renamed renamed) {
            return renamed.after().name().qualified();
        }
        String definition = object(change).definition();
        if (!change.name().kind().isRelation() || !definition.isEmpty()) {
            return definition;
        }
        return TableSummary.of(
                group.stream().filter(part -> comesWith(change, part)).map(DiffText::object));
    }

    private static SchemaObject object(Change change) {
        if (change instanceof Added added) {
            return added.object();
        } else if (change instanceof Removed removed) {
            return removed.object();
        } else if (change instanceof Renamed renamed) {
            return renamed.before();
        }
        return ((Changed) change).before();
    }

    private String header(Group group, Change first) {
        if (!first.name().hasParent()) {
            return first.name().toString();
        }
        return Stream.of(diff.before(), diff.after())
                .flatMap(schema -> schema.parentOf(first.name()).stream())
                .findFirst()
                .map(parent -> parent.name().toString())
                .orElseGet(() -> ObjectName.of(ObjectKind.TABLE, group.schema(), group.name())
                        .toString());
    }
}
