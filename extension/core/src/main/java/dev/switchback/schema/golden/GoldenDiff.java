package dev.switchback.schema.golden;

/**
 * What a golden text says and what a schema gives.
 *
 * @param name what the text is called
 * @param expected the golden text
 * @param found the text of the schema that is there
 */
public record GoldenDiff(String name, String expected, String found) {

    /** Whether there is no difference. */
    public boolean isEmpty() {
        return expected.equals(found);
    }

    /** What differs, under the objects it belongs to; empty if nothing does. */
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
