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

/** Changes as the previous version meets them, which knows names alone: a table that took over a name is to it the one of that name. */
final class ChangesByName {

    private ChangesByName() {}

    static List<Change> of(SchemaDiff diff) {
        Set<String> takenOver = diff.changes().stream()
                .filter(change -> change instanceof Change.Renamed && isTakenOver(change.name(), diff.after()))
                .map(change -> change.name().qualified())
                .collect(Collectors.toSet());
        if (takenOver.isEmpty()) {
            return diff.changes();
        }
        Schema before = diff.before();
        Schema unknown = Schema.of(before.product(), "", before.objects(), before.notInspected());
        return Stream.concat(
                        diff.changes().stream().filter(change -> !takenOver.contains(table(change.name()))),
                        SchemaDiff.between(unknown, diff.after()).changes().stream()
                                .filter(change -> takenOver.contains(table(change.name()))))
                .toList();
    }

    private static boolean isTakenOver(ObjectName name, Schema after) {
        return name.kind() == ObjectKind.TABLE
                && after.find(ObjectKind.TABLE, name.qualified()).isPresent();
    }

    private static String table(ObjectName name) {
        return name.hasParent() ? name.qualifiedParent() : name.qualified();
    }
}
