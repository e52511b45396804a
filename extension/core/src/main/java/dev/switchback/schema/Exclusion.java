package dev.switchback.schema;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Leaves out objects by pattern, and with them what belongs to them. */
final class Exclusion {

    private final NamePatterns patterns;

    Exclusion(Collection<String> patterns) {
        this.patterns = NamePatterns.excluding(patterns);
    }

    /** The objects that were left out, a line each. */
    List<String> remarks() {
        return patterns.remarks();
    }

    /** The objects that are left out. */
    Set<SchemaObject> from(Schema schema) {
        Set<SchemaObject> leftOut = new LinkedHashSet<>();
        Set<String> schemas = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (SchemaObject object : schema.objects()) {
            if (patterns.matchQualified(object.name())) {
                leftOut.add(object);
                if (object.kind() == ObjectKind.SCHEMA) {
                    schemas.add(object.name().name());
                } else {
                    others.add(object.name().qualified());
                    leftOut.addAll(schema.childrenOf(object));
                }
            }
        }
        for (SchemaObject object : schema.objects()) {
            boolean isOwned = object.kind() == ObjectKind.SEQUENCE
                    && others.contains(tableOf(object.attribute(Attributes.OWNED_BY)));
            if (isOwned || schemas.contains(object.name().schema())) {
                leftOut.add(object);
            }
        }
        return leftOut;
    }

    private static String tableOf(String column) {
        return column.substring(0, Math.max(0, column.lastIndexOf('.')));
    }
}
