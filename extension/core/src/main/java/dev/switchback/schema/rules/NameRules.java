package dev.switchback.schema.rules;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds names that need quotes, and names that the server may have cut. */
final class NameRules {

    private static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9_]*");

    static final SchemaRule IN_SNAKE_CASE = SchemaRule.of(
            "snake-case",
            "Every name is in snake_case: small letters a to z, digits and underscores.",
            "Any other name has to be written in quotes, in each statement and exactly so.",
            schema -> violations(
                    schema, name -> !SNAKE_CASE.matcher(name).matches(), "is not called in snake_case", "Rename it."));

    static final SchemaRule SHORT = SchemaRule.of(
            "short-names",
            "Every name is shorter than what the server keeps of it.",
            "The server cuts a longer name and only says so in a notice: the end may be missing already.",
            NameRules::cut);

    /** The kinds without a name of their own, or with one of signs, or one that others chose. */
    private static final Set<ObjectKind> NOT_NAMED = EnumSet.of(
            ObjectKind.EXTENSION,
            ObjectKind.LANGUAGE,
            ObjectKind.ACCESS_METHOD,
            ObjectKind.OPERATOR,
            ObjectKind.CAST,
            ObjectKind.TRANSFORM,
            ObjectKind.USER_MAPPING,
            ObjectKind.DEFAULT_PRIVILEGES,
            ObjectKind.LARGE_OBJECT,
            ObjectKind.BUILT_IN);

    private static final Set<ObjectKind> ROUTINES =
            EnumSet.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.AGGREGATE);

    private NameRules() {}

    private static List<Violation> cut(Schema schema) {
        int longest = RuleDialect.ofProduct(schema.product()).longestName();
        return violations(
                schema,
                name -> bytes(name) >= longest,
                "has a name of %d bytes, the most there can be: it may have been cut".formatted(longest),
                "Give it a shorter name.");
    }

    private static List<Violation> violations(Schema schema, Predicate<String> wrong, String what, String mend) {
        ParentTables parents = new ParentTables(schema);
        return schema.objects().stream()
                .filter(object -> isNamed(object) && wrong.test(name(object.name())))
                .filter(object -> object.kind() != ObjectKind.COLUMN || !parents.isInherited(object.name()))
                .map(object -> new Violation(object.name(), what, mend))
                .toList();
    }

    private static boolean isNamed(SchemaObject object) {
        return !NOT_NAMED.contains(object.kind()) && object.attribute("part of").isEmpty();
    }

    /** A routine's name without its arguments. */
    private static String name(ObjectName object) {
        String name = object.name();
        int arguments = ROUTINES.contains(object.kind()) ? name.lastIndexOf('(') : -1;
        return arguments < 0 ? name : name.substring(0, arguments);
    }

    private static int bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8).length;
    }
}
