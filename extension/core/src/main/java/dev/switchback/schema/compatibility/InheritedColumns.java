package dev.switchback.schema.compatibility;

import dev.switchback.schema.InheritingTables;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Knows what happens to a column of a partition or an heir only because it happens to its parent's. */
final class InheritedColumns {

    private final CompatibilityContext judgement;
    private final Map<String, List<Breach>> columns = new HashMap<>();

    InheritedColumns(CompatibilityContext judgement, List<Breach> breaches) {
        this.judgement = judgement;
        breaches.stream()
                .filter(InheritedColumns::isOfColumn)
                .forEach(breach ->
                        columns.merge(breach.change().name().name(), List.of(breach), InheritedColumns::both));
    }

    boolean explains(Breach breach) {
        ObjectName name = breach.change().name();
        return isOfColumn(breach)
                && judgement
                        .relation(name.qualifiedParent())
                        .filter(table -> columns.getOrDefault(name.name(), List.of()).stream()
                                .anyMatch(other -> other.sort() == breach.sort()
                                        && InheritingTables.isChildOf(
                                                table, other.change().name().qualifiedParent())))
                        .isPresent();
    }

    private static boolean isOfColumn(Breach breach) {
        return breach.change().name().kind() == ObjectKind.COLUMN;
    }

    private static List<Breach> both(List<Breach> one, List<Breach> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
