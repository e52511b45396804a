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
    private final int patterns;
    private boolean isSomethingLeft;

    private ExcludedObjects(Collection<String> patterns) {
        patterns.forEach(pattern -> unmatched.put(pattern, NamePatterns.of(List.of(pattern))));
        this.patterns = unmatched.size();
    }

    /** Of which nothing is known yet. */
    public static ExcludedObjects by(Collection<String> patterns) {
        return new ExcludedObjects(patterns);
    }

    /** Takes note of a state, whole and as it is compared. */
    public synchronized void see(Schema whole, Schema compared) {
        if (patterns == 0) {
            return;
        }
        isSomethingLeft =
                isSomethingLeft || compared.objects().stream().anyMatch(object -> !FRAME.contains(object.kind()));
        if (unmatched.isEmpty()) {
            return;
        }
        for (SchemaObject object : whole.objects()) {
            if (names.add(object.name())) {
                unmatched.values().removeIf(pattern -> pattern.matchQualified(object.name()));
            }
        }
    }

    /** Whether some state had something, and all of it was left out: nothing but schemas and extensions was ever compared. */
    public synchronized boolean leaveNothing() {
        return !isSomethingLeft && unmatched.size() < patterns;
    }

    /** The patterns that no object of any state matches, in order, each with a question behind it if another is near. */
    public synchronized List<String> unmatched() {
        return unmatched.keySet().stream()
                .sorted()
                .map(pattern -> "'" + pattern + "' matches no object." + NearPattern.question(pattern, names))
                .toList();
    }
}
