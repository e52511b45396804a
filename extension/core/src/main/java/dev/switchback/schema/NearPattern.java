package dev.switchback.schema;

import dev.switchback.text.NearestName;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The probable meaning of a pattern that no name matches. */
final class NearPattern {

    private NearPattern() {}

    /** {@code  Did you mean public.audit_*?}, with a space before it; empty if nothing is near. */
    static String question(String pattern, Collection<ObjectName> names) {
        Set<String> schemas = new TreeSet<>();
        Set<String> candidates = new TreeSet<>();
        for (ObjectName name : names) {
            schemas.add(name.schema().isEmpty() ? name.name() : name.schema());
            if (pattern.endsWith("*")) {
                addBeginnings(name.qualified(), candidates);
            } else {
                candidates.add(name.qualified());
            }
        }
        List<String> qualified = schemas.stream()
                .map(schema -> schema + "." + pattern)
                .filter(candidate -> matchesOne(candidate, names))
                .toList();
        return NearestName.question(
                qualified.isEmpty() ? pattern : qualified.get(0), candidates(qualified, candidates));
    }

    private static Collection<String> candidates(List<String> qualified, Set<String> near) {
        return qualified.isEmpty() ? near : qualified;
    }

    /** {@code public.*} and {@code public.audit_*} of {@code public.audit_log}. */
    private static void addBeginnings(String name, Set<String> candidates) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '.' || name.charAt(i) == '_') {
                candidates.add(name.substring(0, i + 1) + "*");
            }
        }
    }

    private static boolean matchesOne(String pattern, Collection<ObjectName> names) {
        NamePatterns patterns = NamePatterns.of(List.of(pattern));
        return names.stream().anyMatch(patterns::matchQualified);
    }
}
