package dev.switchback.schema;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The objects that differ, as two texts to be compared. */
final class ComparedText {

    private ComparedText() {}

    static String before(SchemaDiff diff) {
        return text(diff, ComparedText::before);
    }

    static String after(SchemaDiff diff) {
        return text(diff, ComparedText::after);
    }

    private static String text(SchemaDiff diff, Function<Change, Optional<SchemaObject>> side) {
        return diff.changes().stream()
                .flatMap(change -> side.apply(change).stream())
                .distinct()
                .map(ComparedText::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(SchemaObject object) {
        String attributes = object.attributes().entrySet().stream()
                .map(attribute -> "\n    " + attribute.getKey() + ": " + attribute.getValue())
                .collect(Collectors.joining());
        return object + attributes;
    }

    private static Optional<SchemaObject> before(Change change) {
        if (change instanceof Change.Removed removed) {
            return Optional.of(removed.object());
        }
        if (change instanceof Change.Changed changed) {
            return Optional.of(changed.before());
        }
        return change instanceof Change.Renamed renamed ? Optional.of(renamed.before()) : Optional.empty();
    }

    private static Optional<SchemaObject> after(Change change) {
        if (change instanceof Change.Added added) {
            return Optional.of(added.object());
        }
        if (change instanceof Change.Changed changed) {
            return Optional.of(changed.after());
        }
        return change instanceof Change.Renamed renamed ? Optional.of(renamed.after()) : Optional.empty();
    }
}
