package dev.switchback.schema;

/** The differences between two schemas. */
public record SchemaDiff(Schema before, Schema after) {

    public static SchemaDiff between(Schema before, Schema after) {
        return new SchemaDiff(before, after);
    }

    public boolean isEmpty() {
        return before.equals(after);
    }
}
