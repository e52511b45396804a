package dev.switchback.assertions;

import static java.util.stream.Collectors.joining;

import dev.switchback.schema.Change;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.SchemaDiff;
import dev.switchback.schema.SchemaObject;
import dev.switchback.text.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds the changes that a test expects against those that there are. */
final class ExpectedChanges {

    private final SchemaDiff diff;
    private final Map<ExpectedChange, List<Change>> matches = new LinkedHashMap<>();

    ExpectedChanges(SchemaDiff diff, Collection<ExpectedChange> expected) {
        this.diff = diff;
        expected.forEach(change -> matches.put(change, matching(change)));
    }

    /** The mismatch unless exactly these changes are there. */
    Optional<Mismatch> only() {
        return mismatch(missing(), unexpected());
    }

    /** The mismatch unless these changes are there, whatever else there is. */
    Optional<Mismatch> there() {
        return mismatch(missing(), diff.only(change -> false))
                .map(mismatch -> mismatch.with("\n\n  There are:\n\n" + MessageText.changes(diff, 4)));
    }

    /** The mismatch if there are other changes than these. */
    Optional<Mismatch> noOthers() {
        return mismatch(List.of(), unexpected());
    }

    /** The mismatch if one of these changes is there. */
    Optional<Mismatch> absent() {
        matches.forEach((unwanted, found) -> {
            if (found.isEmpty()) {
                requireMeant(unwanted);
            }
        });
        SchemaDiff found = diff.only(change -> matches.values().stream().anyMatch(several -> several.contains(change)));
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Mismatch(
                        "There are changes that must not be:\n\n" + MessageText.changes(found, 2), "", written(found)));
    }

    /** Refuses a change that could not be there: of a name that is almost that of one, or of an object that never was. */
    private void requireMeant(ExpectedChange unwanted) {
        diff.changes().stream()
                .map(Change::name)
                .filter(name -> name.kind() == unwanted.kind() && isAlmost(name, unwanted.name()))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("No change is meant by %s, but %s has changed. %s"
                            .formatted(unwanted, name, NameAlone.advice(unwanted.name())));
                });
        boolean mayBeNew = unwanted instanceof ExpectedChange.Added
                || (unwanted instanceof ExpectedChange.Removed
                        && Stream.of(diff.before(), diff.after())
                                .flatMap(schema -> schema.objects(unwanted.kind()).stream())
                                .anyMatch(object -> object.name().isMeantBy(unwanted.name())));
        if (!mayBeNew) {
            diff.before().get(unwanted.kind(), unwanted.name());
        }
    }

    private static boolean isAlmost(ObjectName name, String written) {
        boolean isExact = Stream.of(name.name(), name.parent() + "." + name.name(), name.qualified())
                .anyMatch(written::equals);
        return !isExact && ObjectLookup.isAlmost(name, written);
    }

    private Optional<Mismatch> mismatch(List<ExpectedChange> missing, SchemaDiff unexpected) {
        if (missing.isEmpty() && unexpected.isEmpty()) {
            return Optional.empty();
        }
        String text = "The changes are not those that are expected.";
        if (!missing.isEmpty()) {
            text += "\n\n  Expected and not there:\n\n"
                    + missing.stream().map(this::missing).collect(joining("\n"));
        }
        if (!unexpected.isEmpty()) {
            text += "\n\n  There and not expected:\n\n" + MessageText.changes(unexpected, 4);
        }
        return Optional.of(new Mismatch(text, expectedText(), written(diff)));
    }

    private List<Change> matching(ExpectedChange expected) {
        List<Change> found = diff.changes().stream().filter(expected::matches).toList();
        List<String> names = found.stream()
                .map(change -> change.name().qualified())
                .distinct()
                .toList();
        if (names.size() > 1) {
            throw new IllegalArgumentException("Several changes are meant by %s: of %s. Use a qualified name."
                    .formatted(expected, String.join(", ", names)));
        }
        return found;
    }

    private List<ExpectedChange> missing() {
        return matches.entrySet().stream()
                .filter(expected -> expected.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private SchemaDiff unexpected() {
        List<Change> expected =
                matches.values().stream().flatMap(List::stream).distinct().toList();
        return diff.only(
                change -> !expected.contains(change) && expected.stream().noneMatch(whole -> comesWith(whole, change)));
    }

    /** Whether a change is part of another, as a column is of its new table. */
    private static boolean comesWith(Change whole, Change part) {
        if (whole instanceof Change.Added table && part instanceof Change.Added added) {
            return belongsTo(table.object(), added.object());
        }
        return whole instanceof Change.Removed table
                && part instanceof Change.Removed removed
                && belongsTo(table.object(), removed.object());
    }

    private static boolean belongsTo(SchemaObject whole, SchemaObject part) {
        String name = whole.name().qualified();
        return !whole.name().hasParent()
                && (part.name().qualifiedParent().equals(name)
                        || part.attribute("owned by").startsWith(name + "."));
    }

    private String missing(ExpectedChange expected) {
        return "    " + expected
                + nearest(expected)
                        .map(change -> "    (there is: " + written(change) + ")")
                        .orElse("");
    }

    private Optional<Change> nearest(ExpectedChange expected) {
        return diff.changes().stream()
                .min(Comparator.comparingInt(change -> distance(change, expected)))
                .filter(change ->
                        distance(change, expected) <= expected.toString().length() / 3);
    }

    private static int distance(Change change, ExpectedChange expected) {
        ObjectName name = change.name();
        return NearestName.distance(
                expected.toString(),
                written(change, name.name()),
                written(change, name.parent() + "." + name.name()),
                written(change, name.qualified()));
    }

    /** In the words of the changes that are there, where they are there, so that only the others differ. */
    private String expectedText() {
        List<String> lines = new ArrayList<>();
        matches.forEach((expected, found) -> {
            if (found.isEmpty()) {
                lines.add(expected.toString());
            } else {
                diff.changes().stream()
                        .filter(change ->
                                found.contains(change) || found.stream().anyMatch(whole -> comesWith(whole, change)))
                        .forEach(change -> lines.add(written(change)));
            }
        });
        return lines.stream().distinct().sorted().collect(joining("\n"));
    }

    private static String written(SchemaDiff diff) {
        return diff.changes().stream().map(ExpectedChanges::written).sorted().collect(joining("\n"));
    }

    private static String written(Change change) {
        return written(change, change.name().qualified());
    }

    private static String written(Change change, String name) {
        String object = change.name().kind().label() + " " + name;
        if (change instanceof Change.Changed changed) {
            return "changed " + object + ": " + changed.attribute();
        } else if (change instanceof Change.Renamed renamed) {
            return "renamed " + object + " to " + renamed.after().name().name();
        }
        return (change instanceof Change.Added ? "added " : "removed ") + object;
    }
}
