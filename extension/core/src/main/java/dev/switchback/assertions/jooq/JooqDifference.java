package dev.switchback.assertions.jooq;

import dev.switchback.schema.ObjectName;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing in which generated classes and a schema do not agree.
 *
 * @param name what it is about
 * @param classes what the classes say; empty if they lack it
 * @param schema what the schema says; empty if it has no such thing
 */
record JooqDifference(ObjectName name, Optional<String> classes, Optional<String> schema) {

    static final Comparator<JooqDifference> ORDER =
            Comparator.comparing(JooqDifference::name).thenComparing(JooqDifference::text);

    static JooqDifference lacking(ObjectName name, String schema) {
        return new JooqDifference(name, Optional.empty(), Optional.of(schema));
    }

    static JooqDifference surplus(ObjectName name, String classes) {
        return new JooqDifference(name, Optional.of(classes), Optional.empty());
    }

    static JooqDifference other(ObjectName name, String classes, String schema) {
        return new JooqDifference(name, Optional.of(classes), Optional.of(schema));
    }

    char sign() {
        return classes.isEmpty() ? '+' : schema.isEmpty() ? '-' : '~';
    }

    String text() {
        return Stream.concat(classes.stream(), schema.stream()).collect(Collectors.joining("   ->   "));
    }
}
