package dev.switchback.schema.golden;

import org.apiguardian.api.API;

/**
 * The difference between a golden text and the text of a schema.
 *
 * @param name the name of the text
 * @param expected the golden text
 * @param found the text of the schema that is there
 */
public record GoldenDiff(String name, String expected, String found) {
    @API(status = API.Status.INTERNAL)
    public GoldenDiff {}

    /** Whether there is no difference. */
    public boolean isEmpty() {
        return expected.equals(found);
    }

    /** The differences, under the objects they belong to; empty if there are none. */
    public String changes() {
        return isEmpty() ? "" : GoldenChanges.of(this);
    }

    /** The lines that differ, with those around them and their numbers in the golden text; empty if none do. */
    public String lines() {
        return isEmpty() ? "" : GoldenLines.of(this);
    }

    /** The changes, then the lines. */
    @Override
    public String toString() {
        return isEmpty() ? "" : changes() + "\n\n" + lines();
    }
}
