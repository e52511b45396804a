package dev.switchback.schema;

import java.util.List;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * The differences between two schemas.
 *
 * @param before the schema that was expected
 * @param after the schema that is there
 * @param changes the differences, ordered by the names of the objects
 */
public record SchemaDiff(Schema before, Schema after, List<Change> changes) {

    @API(status = API.Status.INTERNAL)
    public SchemaDiff {
        changes = List.copyOf(changes);
    }

    /**
     * Compares two schemas. An object counts as renamed only if both were read from the same database and the server
     * knows it by the same number.
     */
    public static SchemaDiff between(Schema before, Schema after) {
        return new SchemaDiff(before, after, ObjectComparison.of(before, after));
    }

    /** Whether there is no difference. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The same comparison with only those changes that a test selects. */
    public SchemaDiff only(Predicate<Change> test) {
        return new SchemaDiff(before, after, changes.stream().filter(test).toList());
    }

    /** The differences for a program: an object with one array, {@code changes}. */
    public String toJson() {
        return DiffJson.of(changes);
    }

    /** The objects that differ with all their attributes, as they were: one of two texts for an editor to compare. */
    public String beforeText() {
        return ComparedText.before(this);
    }

    /** The objects that differ with all their attributes, as they are; see {@link #beforeText()}. */
    public String afterText() {
        return ComparedText.after(this);
    }

    /** The differences for a reader, under the objects they belong to; empty if there are none. */
    @Override
    public String toString() {
        return DiffText.of(this);
    }
}
