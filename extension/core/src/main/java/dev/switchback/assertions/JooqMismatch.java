package dev.switchback.assertions;

import dev.switchback.schema.ObjectName;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One thing in which generated classes and a schema do not agree.
 *
 * @param name what it is about
 * @param classes what the classes say; empty if they lack it
 * @param schema what the schema says; empty if it has no such thing
 */
record JooqMismatch(ObjectName name, Optional<String> classes, Optional<String> schema) {

    static final Comparator<JooqMismatch> ORDER =
            Comparator.comparing(JooqMismatch::name).thenComparing(JooqMismatch::text);

    static JooqMismatch lacking(ObjectName name, String schema) {
        return new JooqMismatch(name, Optional.empty(), Optional.of(schema));
    }

    static JooqMismatch surplus(ObjectName name, String classes) {
        return new JooqMismatch(name, Optional.of(classes), Optional.empty());
    }

    static JooqMismatch other(ObjectName name, String classes, String schema) {
        return new JooqMismatch(name, Optional.of(classes), Optional.of(schema));
    }

    char sign() {
        return classes.isEmpty() ? '+' : schema.isEmpty() ? '-' : '~';
    }

    String text() {
        return Stream.concat(classes.stream(), schema.stream()).collect(Collectors.joining("   ->   "));
    }

    /** Whether it is about an object with such a name, or about something that belongs to one. */
    boolean isAbout(Collection<String> patterns) {
        return patterns.stream()
                .map(pattern -> Pattern.compile(
                        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"))))
                .anyMatch(pattern -> Stream.of(name.qualified(), name.qualifiedParent(), name.schema())
                        .anyMatch(each -> pattern.matcher(each).matches()));
    }
}
