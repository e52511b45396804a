package dev.switchback.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves out objects by pattern, and with them what belongs to them. */
final class Exclusion {

    private final NamePatterns patterns;

    Exclusion(Collection<String> patterns) {
        this.patterns = NamePatterns.of(patterns);
    }

    Schema from(Schema schema) {
        Set<String> schemas = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (SchemaObject object : schema.objects()) {
            if (patterns.match(object.name().qualified())) {
                (object.kind() == ObjectKind.SCHEMA ? schemas : others)
                        .add(object.name().qualified());
            }
        }
        List<SchemaObject> kept = schema.objects().stream()
                .filter(object -> !schemas.contains(object.name().schema())
                        && !(object.kind() == ObjectKind.SCHEMA
                                && schemas.contains(object.name().name())))
                .filter(object -> !others.contains(object.name().qualified())
                        && !others.contains(object.name().qualifiedParent())
                        && !others.contains(tableOf(object.attribute(Attributes.OWNED_BY))))
                .toList();
        List<String> notInspected = new ArrayList<>(schema.notInspected());
        patterns.sorted().forEach(pattern -> notInspected.add("objects excluded by pattern " + pattern));
        return Schema.of(schema.product(), schema.origin(), kept, notInspected);
    }

    private static String tableOf(String column) {
        return column.substring(0, Math.max(0, column.lastIndexOf('.')));
    }
}
