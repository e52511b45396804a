package dev.switchback.migration.roundtrip;

import dev.switchback.migration.rows.RowSnapshot;
import dev.switchback.schema.Change;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The difference between the expected snapshot of a database and the actual one. */
public record SnapshotDiff(SchemaDiff schema, List<RowSnapshot.Difference> rows) {

    public static SnapshotDiff of(DatabaseSnapshot expected, DatabaseSnapshot actual) {
        return new SnapshotDiff(
                SchemaDiff.between(expected.schema(), actual.schema()),
                expected.rows().differencesTo(actual.rows()));
    }

    static SnapshotDiff none() {
        return new SnapshotDiff(SchemaDiff.between(Schema.none(), Schema.none()), List.of());
    }

    /** Whether another way up and down might differ in the same places: in values, not in what came or went. */
    boolean canBeChance() {
        return !rows.isEmpty() || schema.changes().stream().anyMatch(Change.Changed.class::isInstance);
    }

    public boolean isEmpty() {
        return schema.isEmpty() && rows.isEmpty();
    }

    SnapshotDiff only(Predicate<Change> changes) {
        return new SnapshotDiff(schema.only(changes), rows);
    }

    SnapshotDiff withoutRows() {
        return with(List.of());
    }

    SnapshotDiff with(List<RowSnapshot.Difference> others) {
        return new SnapshotDiff(schema, others);
    }

    /** The difference without the places that differ from one run to the next anyway. */
    SnapshotDiff without(SnapshotDiff chance) {
        return split(chance, false);
    }

    /** Just the places that differ from one run to the next anyway. */
    SnapshotDiff within(SnapshotDiff chance) {
        return split(chance, true);
    }

    private SnapshotDiff split(SnapshotDiff chance, boolean kept) {
        Set<String> objects =
                chance.schema().changes().stream().map(SnapshotDiff::place).collect(Collectors.toSet());
        Set<String> tables =
                chance.rows().stream().map(RowSnapshot.Difference::place).collect(Collectors.toSet());
        return new SnapshotDiff(
                schema.only(change -> objects.contains(place(change)) == kept),
                rows.stream()
                        .filter(difference ->
                                (difference.inValuesOnly() && tables.contains(difference.place())) == kept)
                        .toList());
    }

    /** The place of a difference, in a word that is the same in another comparison. */
    static String place(Change change) {
        String attribute = change instanceof Change.Changed changed ? changed.attribute() : "";
        return change.name() + " " + attribute;
    }
}
