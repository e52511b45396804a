package dev.switchback.schema;

/** One difference between two schemas. */
public sealed interface Change {

    /** The object that differs; a renamed one by the name it had before. */
    ObjectName name();

    /** The category of the difference. */
    default ChangeCategory category() {
        return ChangeCategory.STRUCTURE;
    }

    /** An object that only the schema after has. */
    record Added(SchemaObject object) implements Change {
        @Override
        public ObjectName name() {
            return object.name();
        }
    }

    /** An object that only the schema before had. */
    record Removed(SchemaObject object) implements Change {
        @Override
        public ObjectName name() {
            return object.name();
        }
    }

    /**
     * An attribute that is another one.
     *
     * @param before the object as it was
     * @param after the object as it is
     * @param attribute the attribute's name; {@code definition} if the texts differ and no single attribute tells how
     * @param from the value before; empty for what is as usual
     * @param to the value after; empty for what is as usual
     * @param category what sort of difference it is
     */
    record Changed(
            SchemaObject before, SchemaObject after, String attribute, String from, String to, ChangeCategory category)
            implements Change {
        @Override
        public ObjectName name() {
            return before.name();
        }
    }

    /** An object that is the same one, which the server can prove, under another name. */
    record Renamed(SchemaObject before, SchemaObject after) implements Change {
        @Override
        public ObjectName name() {
            return before.name();
        }
    }
}
