package dev.switchback.schema;

import static java.util.stream.Collectors.toSet;

import java.util.Optional;
import java.util.Set;

/**
 * Objects whose name is that of another one now, which the server can prove where one of the two is there under another name on the
 * other side; and all that belongs to such objects.
 */
final class SwappedNames {

    private final Schema schemaBefore;
    private final Schema schemaAfter;
    private final Set<Identity> before;
    private final Set<Identity> after;

    private record Identity(ObjectKind kind, long number) {

        static Identity of(SchemaObject object) {
            return new Identity(object.kind(), object.identity());
        }
    }

    SwappedNames(Schema before, Schema after) {
        boolean provable = !before.origin().isEmpty() && before.origin().equals(after.origin());
        this.schemaBefore = before;
        this.schemaAfter = after;
        this.before = provable ? identities(before) : Set.of();
        this.after = provable ? identities(after) : Set.of();
    }

    /** Whether two objects of one name are not the same one, or belong to such. */
    boolean contain(SchemaObject one, SchemaObject other) {
        return isSwapped(one, other) || (one.name().hasParent() && parentIsSwapped(one, other));
    }

    private boolean isSwapped(SchemaObject one, SchemaObject other) {
        return one.identity() != other.identity()
                && (after.contains(Identity.of(one)) || before.contains(Identity.of(other)));
    }

    private boolean parentIsSwapped(SchemaObject one, SchemaObject other) {
        Optional<SchemaObject> parent = schemaBefore.parentOf(one.name());
        Optional<SchemaObject> otherParent = schemaAfter.parentOf(other.name());
        return parent.isPresent() && otherParent.isPresent() && isSwapped(parent.get(), otherParent.get());
    }

    private static Set<Identity> identities(Schema schema) {
        return schema.objects().stream()
                .filter(object -> object.identity() != 0)
                .map(Identity::of)
                .collect(toSet());
    }
}
