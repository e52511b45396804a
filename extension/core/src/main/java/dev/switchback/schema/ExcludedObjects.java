package dev.switchback.schema;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * The objects that patterns leave out of the states of a database: so it is known in the end whether each pattern means something,
 * and whether all together leave something to compare. Thread-safe.
 */
@API(status = API.Status.INTERNAL)
public final class ExcludedObjects {

    /** A database that holds nothing may have these. */
    private static final Set<ObjectKind> FRAME = Set.of(ObjectKind.SCHEMA, ObjectKind.EXTENSION);

    private final Map<String, NamePatterns> unmatched = new HashMap<>();
    private final Set<ObjectName> names = new HashSet<>();
    private final List<String> patterns;
    private boolean isSomethingLeft;

    private ExcludedObjects(Collection<String> patterns) {
        patterns.forEach(pattern -> unmatched.put(pattern, NamePatterns.of(List.of(pattern))));
        this.patterns = List.copyOf(patterns);
    }

    /** Of which nothing is known yet. */
    public static ExcludedObjects by(Collection<String> patterns) {
        return new ExcludedObjects(patterns);
    }

    /**
     * Refuses patterns that leave nothing of a schema, or that no object of it matches.
     *
     * @throws IllegalArgumentException with what to do
     */
    public static void check(Collection<String> patterns, Schema whole) {
        check(patterns, whole, List.of());
    }

    /**
     * The same where patterns may also mean what is not in the schema.
     *
     * @throws IllegalArgumentException with what to do
     */
    public static void check(Collection<String> patterns, Schema whole, Collection<ObjectName> others) {
        ExcludedObjects excluded = by(patterns);
        NamePatterns names = NamePatterns.of(patterns);
        List<SchemaObject> left = whole.without(patterns).objects().stream()
                .filter(object -> !names.match(object.name()))
                .toList();
        excluded.see(whole, whole.with(left));
        others.forEach(excluded::see);
        excluded.check();
    }

    /** The same after the states were seen. */
    public synchronized void check() {
        if (leaveNothing()) {
            throw new IllegalArgumentException(
                    "'%s' leaves nothing to compare; name only what is not to be compared, such as public.audit_*."
                            .formatted(String.join(", ", patterns)));
        }
        unmatched().stream().findFirst().ifPresent(line -> {
            throw new IllegalArgumentException(
                    "%s Patterns are qualified names in which * stands for any characters; remove one that is not needed any more."
                            .formatted(line));
        });
    }

    /** Takes note of a state, whole and as it is compared. */
    public synchronized void see(Schema whole, Schema compared) {
        if (patterns.isEmpty()) {
            return;
        }
        isSomethingLeft =
                isSomethingLeft || compared.objects().stream().anyMatch(object -> !FRAME.contains(object.kind()));
        if (unmatched.isEmpty()) {
            return;
        }
        for (SchemaObject object : whole.objects()) {
            see(object.name());
        }
    }

    private void see(ObjectName name) {
        if (names.add(name)) {
            unmatched.values().removeIf(pattern -> pattern.match(name));
        }
    }

    /** Whether some state had something, and all of it was left out: nothing but schemas and extensions was ever compared. */
    public synchronized boolean leaveNothing() {
        return !isSomethingLeft && unmatched.size() < Set.copyOf(patterns).size();
    }

    /** The patterns that no object of any state matches, in order, each with a question behind it if another is near. */
    public synchronized List<String> unmatched() {
        return unmatched.keySet().stream()
                .sorted()
                .map(pattern -> "'" + pattern + "' matches no object." + NearPattern.question(pattern, names))
                .toList();
    }
}
