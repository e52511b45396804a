package dev.switchback.schema;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Leaves out objects by pattern, and with them what belongs to them. */
final class Exclusion {

    private final Collection<String> patterns;
    private final Pattern compiled;

    Exclusion(Collection<String> patterns) {
        this.patterns = patterns;
        this.compiled = Pattern.compile(patterns.stream().map(Exclusion::regex).collect(joining("|")));
    }

    Schema from(Schema schema) {
        Set<String> schemas = new HashSet<>();
        Set<String> others = new HashSet<>();
        for (SchemaObject object : schema.objects()) {
            if (matches(object.name().qualified())) {
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
        patterns.stream().sorted().forEach(pattern -> notInspected.add("objects excluded by pattern " + pattern));
        return Schema.of(schema.product(), schema.origin(), kept, notInspected);
    }

    private static String tableOf(String column) {
        return column.substring(0, Math.max(0, column.lastIndexOf('.')));
    }

    private boolean matches(String qualified) {
        return compiled.matcher(qualified).matches();
    }

    private static String regex(String pattern) {
        return Arrays.stream(pattern.split("\\*", -1)).map(Pattern::quote).collect(joining(".*"));
    }
}
