package dev.switchback.schema;

import java.util.List;

/** A table and what belongs to it. */
public final class Table {

    private final SchemaObject object;
    private final List<SchemaObject> children;

    Table(SchemaObject object, Schema schema) {
        this.object = object;
        this.children = schema.childrenOf(object);
    }

    /** The table itself. */
    public SchemaObject object() {
        return object;
    }

    /** Its columns, in their order. */
    public List<SchemaObject> columns() {
        return children(ObjectKind.COLUMN).stream()
                .sorted(ColumnOrder.BY_POSITION)
                .toList();
    }

    /** Its indexes, without those that serve a constraint. */
    public List<SchemaObject> indexes() {
        return children(ObjectKind.INDEX);
    }

    /** The children of the table of this kind. */
    public List<SchemaObject> children(ObjectKind kind) {
        return children.stream().filter(child -> child.kind() == kind).toList();
    }

    /**
     * A column by its name.
     *
     * @throws IllegalArgumentException if there is none, with the names nearest to it
     */
    public SchemaObject column(String name) {
        return ObjectIndex.of(children).get(ObjectKind.COLUMN, name);
    }

    @Override
    public String toString() {
        return object.name().toString();
    }
}
