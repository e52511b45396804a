package dev.switchback.schema;

import static java.util.stream.Collectors.toSet;

import java.util.Set;

/** Columns that took over each other's names, which the server can prove, so that a name no longer tells which is which. */
final class SwappedColumns {

    private final Set<Long> before;
    private final Set<Long> after;

    SwappedColumns(Schema before, Schema after) {
        boolean provable = !before.origin().isEmpty() && before.origin().equals(after.origin());
        this.before = provable ? identities(before) : Set.of();
        this.after = provable ? identities(after) : Set.of();
    }

    /** Whether both columns of one name are, on the other side, columns of another name. */
    boolean contain(SchemaObject one, SchemaObject other) {
        return one.kind() == ObjectKind.COLUMN
                && one.identity() != other.identity()
                && after.contains(one.identity())
                && before.contains(other.identity());
    }

    private static Set<Long> identities(Schema schema) {
        return schema.objects(ObjectKind.COLUMN).stream()
                .map(SchemaObject::identity)
                .filter(identity -> identity != 0)
                .collect(toSet());
    }
}
