package dev.switchback.migration;

import dev.switchback.schema.Change;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaDiff;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How what is differs from what should be. */
record Comparison(SchemaDiff schema, List<Rows.Difference> rows) {

    static Comparison of(Picture expected, Picture actual) {
        return new Comparison(
                SchemaDiff.between(expected.schema(), actual.schema()),
                expected.rows().differencesTo(actual.rows()));
    }

    static Comparison none() {
        return new Comparison(SchemaDiff.between(Schema.none(), Schema.none()), List.of());
    }

    /** Whether another way up and down might differ in the same places: in values, not in what came or went. */
    boolean canBeChance() {
        return !rows.isEmpty() || schema.changes().stream().anyMatch(Change.Changed.class::isInstance);
    }

    boolean isEmpty() {
        return schema.isEmpty() && rows.isEmpty();
    }

    Comparison only(Predicate<Change> changes) {
        return new Comparison(schema.only(changes), rows);
    }

    Comparison withoutRows() {
        return with(List.of());
    }

    Comparison with(List<Rows.Difference> others) {
        return new Comparison(schema, others);
    }

    /** What is left when the places that differ from one run to the next anyway are taken out. */
    Comparison without(Comparison chance) {
        return split(chance, false);
    }

    /** Just the places that differ from one run to the next anyway. */
    Comparison within(Comparison chance) {
        return split(chance, true);
    }

    private Comparison split(Comparison chance, boolean kept) {
        Set<String> objects =
                chance.schema().changes().stream().map(Comparison::place).collect(Collectors.toSet());
        Set<String> tables = chance.rows().stream().map(Rows.Difference::place).collect(Collectors.toSet());
        return new Comparison(
                schema.only(change -> objects.contains(place(change)) == kept),
                rows.stream()
                        .filter(difference ->
                                (difference.inValuesOnly() && tables.contains(difference.place())) == kept)
                        .toList());
    }

    /** What differs, in a word that is the same in another comparison. */
    static String place(Change change) {
        String attribute = change instanceof Change.Changed changed ? changed.attribute() : "";
        return change.name() + " " + attribute;
    }
}
