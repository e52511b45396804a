package dev.switchback.schema.rules;

import dev.switchback.schema.ExcludedObjects;
import dev.switchback.schema.NamePatterns;
import dev.switchback.schema.Schema;
import java.util.List;
import java.util.function.Function;

/**
 * A demand of a team on every schema. Implement it, or make one with {@link #of}; {@link SchemaRules} has some.
 *
 * <p>A rule keeps no state and may be asked by many threads.
 */
public interface SchemaRule {

    /** A short name without blanks and colons, unique among the rules that are checked together: {@code primary-key}. */
    String id();

    /** The demand, in a full sentence: {@code Every table has a primary key.} */
    String demand();

    /** Why, in a full sentence. */
    String reason();

    /** All that does not meet the rule. */
    List<Violation> violations(Schema schema);

    /** Makes a rule; see the methods for the parts. */
    static SchemaRule of(String id, String demand, String reason, Function<Schema, List<Violation>> violations) {
        return new FunctionRule(id, demand, reason, violations);
    }

    /**
     * This rule, but for some objects.
     *
     * @param patterns qualified names of the objects, of what they belong to or of their schemas, in which {@code *} stands
     *     for any characters: {@code public.legacy_*}
     * @throws IllegalArgumentException if a pattern leaves out everything; when a schema is held against the rule, also if the
     *     patterns leave nothing of it or one matches none of its objects
     */
    default SchemaRule except(String... patterns) {
        NamePatterns excepted = NamePatterns.excluding(List.of(patterns));
        return of(id(), demand(), reason(), schema -> {
            ExcludedObjects.check(List.of(patterns), schema);
            return violations(schema).stream()
                    .filter(violation -> !excepted.match(violation.object()))
                    .toList();
        });
    }
}
