package dev.switchback.migration.roundtrip;

import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that want more rows after a step: it has changed what they admit, or what they hold. */
final class MoreRowsWanted {

    /** Objects that decide on no row that is there, nor on what a table admits. */
    private static final Set<ObjectKind> WITHOUT_ROWS = Collections.unmodifiableSet(EnumSet.of(
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.SEQUENCE,
            ObjectKind.STATISTICS,
            ObjectKind.PUBLICATION,
            ObjectKind.DEFAULT_PRIVILEGES));

    /** Attributes of tables whose rows another table decides on, too. */
    private static final List<String> RELATED = List.of("partitioned by", "partition of", "inherits");

    private MoreRowsWanted() {}

    /**
     * Their qualified names.
     *
     * @return empty if it cannot be told, because what changed may concern any table
     */
    static Optional<Set<String>> after(DatabaseSnapshot before, DatabaseSnapshot after) {
        Set<String> tables = new LinkedHashSet<>();
        Set<String> allTables = names(Set.of(ObjectKind.TABLE), before, after);
        Set<String> allViews = names(WITHOUT_ROWS, before, after);
        for (Change change : SchemaDiff.between(before.schema(), after.schema()).changes()) {
            ObjectName name =
                    change instanceof Change.Renamed renamed ? renamed.after().name() : change.name();
            boolean isNew = change instanceof Change.Added;
            if (name.kind() == ObjectKind.TABLE) {
                tables.add(name.qualified());
            } else if (name.hasParent() && allTables.contains(name.qualifiedParent())) {
                if (!isNew || name.kind() != ObjectKind.INDEX) {
                    tables.add(name.qualifiedParent());
                }
            } else if (name.hasParent()
                    ? !allViews.contains(name.qualifiedParent())
                    : !isNew && !WITHOUT_ROWS.contains(name.kind())) {
                return Optional.empty();
            }
        }
        before.rows().differencesTo(after.rows()).stream()
                .filter(RowSnapshot.Difference::isOfTable)
                .forEach(difference -> tables.add(difference.place()));
        List<SchemaObject> there = after.schema().objects(ObjectKind.TABLE).stream()
                .filter(table -> tables.contains(table.name().qualified()))
                .toList();
        return there.stream().anyMatch(MoreRowsWanted::isRelated) ? Optional.empty() : Optional.of(names(there));
    }

    private static Set<String> names(Set<ObjectKind> kinds, DatabaseSnapshot before, DatabaseSnapshot after) {
        return Stream.of(before, after)
                .flatMap(state -> kinds.stream().flatMap(kind -> state.schema().objects(kind).stream()))
                .map(object -> object.name().qualified())
                .collect(Collectors.toSet());
    }

    private static boolean isRelated(SchemaObject table) {
        return RELATED.stream()
                .anyMatch(attribute -> !table.attribute(attribute).isEmpty());
    }

    private static Set<String> names(List<SchemaObject> tables) {
        Set<String> names = new LinkedHashSet<>();
        tables.forEach(table -> names.add(table.name().qualified()));
        return names;
    }
}
