package dev.switchback.schema.compatibility;

import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Changes as the previous version meets them, which knows names alone: what took over the name of a table or column is to it the one
 * of that name.
 */
final class ChangesByName {

    private ChangesByName() {}

    static List<Change> of(SchemaDiff diff) {
        Set<String> takenOver = diff.changes().stream()
                .filter(Change.Renamed.class::isInstance)
                .map(Change.Renamed.class::cast)
                .filter(renamed -> isTakenOver(renamed.name(), diff))
                .flatMap(ChangesByName::names)
                .collect(Collectors.toSet());
        if (takenOver.isEmpty()) {
            return diff.changes();
        }
        Schema before = diff.before();
        Schema unknown = Schema.of(before.product(), "", before.objects(), before.notInspected());
        return Stream.concat(
                        diff.changes().stream().filter(change -> !isOneOf(takenOver, change.name())),
                        SchemaDiff.between(unknown, diff.after()).changes().stream()
                                .filter(change -> isOneOf(takenOver, change.name())))
                .toList();
    }

    /** By another table, or by a column that is new. */
    private static boolean isTakenOver(ObjectName name, SchemaDiff diff) {
        return switch (name.kind()) {
            case TABLE -> diff.after().find(ObjectKind.TABLE, name.qualified()).isPresent();
            case COLUMN ->
                diff.changes().stream()
                        .anyMatch(change ->
                                change instanceof Change.Added && change.name().equals(name));
            default -> false;
        };
    }

    private static Stream<String> names(Change.Renamed renamed) {
        return renamed.name().kind() == ObjectKind.COLUMN
                ? Stream.of(renamed.before(), renamed.after())
                        .map(object -> object.name().qualified())
                : Stream.of(renamed.name().qualified());
    }

    private static boolean isOneOf(Set<String> names, ObjectName name) {
        return names.contains(name.qualified()) || (name.hasParent() && names.contains(name.qualifiedParent()));
    }
}
