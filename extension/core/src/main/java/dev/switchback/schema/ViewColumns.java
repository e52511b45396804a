package dev.switchback.schema;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/** Knows which columns come and go with the definition of a view, which tells it already. */
final class ViewColumns {

    private final Set<String> names = new HashSet<>();

    ViewColumns(Schema before, Schema after) {
        Stream.of(before, after)
                .flatMap(schema -> schema.objects().stream())
                .filter(object -> object.kind().isView())
                .forEach(view -> names.add(view.name().qualified()));
    }

    boolean explain(ObjectName name) {
        return name.kind() == ObjectKind.COLUMN && names.contains(name.qualifiedParent());
    }
}
