package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.qualified;
import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.ObjectName;
import java.util.Locale;
import java.util.Optional;

/** The name of an object in statements. */
final class StatementName {

    private final SchemaLookup lookup;

    StatementName(SchemaLookup lookup) {
        this.lookup = lookup;
    }

    /** The qualified name: {@code public.person}; that of a routine without its arguments. */
    static String of(ObjectName name) {
        return qualified(name.schema(), local(name));
    }

    static String parent(ObjectName name) {
        return qualified(name.schema(), name.parent());
    }

    /** The name without what some kinds have in it beside. */
    static String local(ObjectName name) {
        return switch (name.kind()) {
            case FUNCTION, PROCEDURE, AGGREGATE, OPERATOR -> name.name().substring(0, arguments(name));
            case OPERATOR_CLASS, OPERATOR_FAMILY -> name.name().substring(0, using(name));
            default -> name.name();
        };
    }

    /** Kind and name, as DROP, COMMENT ON and most of ALTER want it: {@code TRIGGER watch ON public.person}. */
    String typed(ObjectName name) {
        return switch (name.kind()) {
            case ENUM, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE -> "TYPE " + of(name);
            case COLUMN -> "COLUMN " + parent(name) + "." + quoteIfNeeded(name.name());
            case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CHECK, EXCLUSION ->
                "CONSTRAINT " + quoteIfNeeded(name.name()) + " ON " + (isOfDomain(name) ? "DOMAIN " : "")
                        + parent(name);
            case RULE, TRIGGER, POLICY -> label(name) + " " + quoteIfNeeded(name.name()) + " ON " + parent(name);
            case FUNCTION, PROCEDURE ->
                label(name) + " " + of(name) + name.name().substring(arguments(name));
            case AGGREGATE ->
                "AGGREGATE " + of(name) + name.name().substring(arguments(name)).replaceFirst("^\\(\\)$", "(*)");
            case OPERATOR -> operator(name);
            case OPERATOR_CLASS, OPERATOR_FAMILY ->
                label(name) + " " + of(name) + " USING "
                        + quoteIfNeeded(name.name().substring(using(name) + " using ".length()));
            case CAST -> "CAST (" + name.name().replaceFirst(" as ", " AS ") + ")";
            case TRANSFORM ->
                "TRANSFORM FOR "
                        + name.name().substring("for ".length()).replaceFirst(" language (.*)", " LANGUAGE $1");
            case LARGE_OBJECT -> "LARGE OBJECT " + name.name();
            case FOREIGN_SERVER -> "SERVER " + of(name);
            case USER_MAPPING -> "USER MAPPING FOR " + role(name.name()) + " SERVER " + quoteIfNeeded(name.parent());
            default -> label(name) + " " + of(name);
        };
    }

    /** The kind and name of a table or whatever else a column or constraint belongs to: {@code TABLE public.person}. */
    String typedParent(ObjectName name) {
        ObjectKind kind = parentKind(name).orElse(ObjectKind.TABLE);
        return (kind == ObjectKind.COMPOSITE_TYPE ? "TYPE" : kind.label().toUpperCase(Locale.ROOT)) + " "
                + parent(name);
    }

    Optional<ObjectKind> parentKind(ObjectName name) {
        return lookup.parent(name.qualifiedParent()).map(parent -> parent.kind());
    }

    boolean isOfDomain(ObjectName name) {
        return parentKind(name).filter(ObjectKind.DOMAIN::equals).isPresent();
    }

    static String role(String name) {
        return name.equals("public") ? "PUBLIC" : quoteIfNeeded(name);
    }

    private static String label(ObjectName name) {
        return name.kind().label().toUpperCase(Locale.ROOT);
    }

    private static String operator(ObjectName name) {
        int arguments = arguments(name);
        String types = name.name().substring(arguments + 1, name.name().length() - 1);
        String both = types.contains(", ") ? types : "NONE, " + types;
        return "OPERATOR " + quoteIfNeeded(name.schema()) + "." + name.name().substring(0, arguments) + " (" + both
                + ")";
    }

    private static int arguments(ObjectName name) {
        int arguments = name.name().indexOf('(');
        return arguments < 0 ? name.name().length() : arguments;
    }

    private static int using(ObjectName name) {
        return name.name().lastIndexOf(" using ");
    }
}
