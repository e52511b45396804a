package dev.switchback.migration.roundtrip;

import dev.switchback.migration.SuggestedFix;
import dev.switchback.migration.script.ScriptPair;
import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The text of a drafted undo: where it comes from and what it cannot do, and then the statements. */
final class UndoDraftText {

    private final SchemaDiff migrated;

    private UndoDraftText(SchemaDiff migrated) {
        this.migrated = migrated;
    }

    /**
     * Writes a script.
     *
     * @param migrated what the migration did to the schema
     */
    static String of(ScriptPair pair, SuggestedFix fix, SchemaDiff migrated) {
        String up = pair.migration().script();
        List<String> lines = new ArrayList<>(List.of(
                "Draft by Switchback: the way back from " + up + ", written from the difference of the schemas.",
                "It was run on a copy of the database as " + up + " left it, and brought the schema back.",
                "Read it before you rely on it."));
        lines.addAll(new UndoDraftText(migrated).losses(up));
        fix.notRestored().forEach(place -> lines.add("On the copy the " + place + " were not what they were before."));
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append("-- ").append(line).append('\n'));
        return text.append('\n').append(fix.script()).toString();
    }

    private List<String> losses(String up) {
        List<String> lines = new ArrayList<>();
        each(this::removed)
                .forEach(object -> lines.add(up + " drops " + object.name() + ": "
                        + (object.kind() == ObjectKind.TABLE ? "its rows do" : "its values do") + " not come back."));
        each(this::removed)
                .filter(UndoDraftText::needsAValue)
                .forEach(column -> lines.add("Where " + column.name().qualifiedParent() + " has rows, "
                        + column.name().name() + " cannot be added: it is NOT NULL and has no default."));
        each(this::added)
                .forEach(object -> lines.add("This drops " + object.name() + " with "
                        + (object.kind() == ObjectKind.TABLE ? "its rows." : "its values.")));
        return lines;
    }

    /** Tables, and columns of tables that stay. */
    private Stream<SchemaObject> each(Function<Change, Stream<SchemaObject>> side) {
        List<SchemaObject> objects = migrated.changes().stream().flatMap(side).toList();
        List<String> tables = objects.stream()
                .filter(object -> object.kind() == ObjectKind.TABLE)
                .map(SchemaObject::name)
                .map(ObjectName::qualified)
                .toList();
        return objects.stream()
                .filter(object -> object.kind() == ObjectKind.TABLE
                        || (isOfTable(object) && !tables.contains(object.name().qualifiedParent())));
    }

    private boolean isOfTable(SchemaObject object) {
        return object.kind() == ObjectKind.COLUMN
                && Stream.of(migrated.before(), migrated.after())
                        .flatMap(schema -> schema.parentOf(object.name()).stream())
                        .anyMatch(parent -> parent.kind() == ObjectKind.TABLE);
    }

    private Stream<SchemaObject> removed(Change change) {
        return change instanceof Change.Removed removed ? Stream.of(removed.object()) : Stream.empty();
    }

    private Stream<SchemaObject> added(Change change) {
        return change instanceof Change.Added added ? Stream.of(added.object()) : Stream.empty();
    }

    private static boolean needsAValue(SchemaObject object) {
        return object.kind() == ObjectKind.COLUMN
                && !object.attribute("nullability").isEmpty()
                && Stream.of("default", "identity", "generated")
                        .allMatch(value -> object.attribute(value).isEmpty());
    }
}
