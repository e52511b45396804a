package dev.switchback.postgresql.sql;

import java.util.List;
import java.util.Set;

/**
 * A type as PostgreSQL calls it.
 *
 * @param schema the schema; empty if it is the server's own or was not said
 * @param name the server's name for it: {@code integer}
 * @param modifiers lengths and precisions
 * @param fields which fields an interval is restricted to; empty for all
 * @param array whether it is an array, of any number of dimensions, because PostgreSQL does not keep their number
 */
record TypeName(String schema, String name, List<String> modifiers, String fields, boolean array) {

    private static final Set<String> NUMBERS =
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision", "oid", "money");

    /** The types to which the server converts operands by itself, and then shows that. */
    private static final Set<String> OF_OPERANDS =
            Set.of("numeric", "double precision", "text", "name", "inet", "anyarray");

    /** The types to which it converts arguments of functions, beside these. */
    private static final Set<String> OF_ARGUMENTS = Set.of(
            "smallint",
            "integer",
            "bigint",
            "real",
            "oid",
            "character varying",
            "character",
            "timestamp with time zone",
            "timestamp without time zone",
            "interval",
            "regclass");

    TypeName {
        modifiers = List.copyOf(modifiers);
    }

    /** Reads a whole text. */
    static TypeName parse(String text) {
        Cursor cursor = new Cursor(text);
        TypeName type = new TypeParser(cursor).parse();
        if (!cursor.atEnd()) {
            throw cursor.notUnderstood();
        }
        return type;
    }

    /** Whether this, which a person wrote, is what the server calls that; a schema that is not said is any. */
    boolean means(TypeName read) {
        return equals(read) || (schema.isEmpty() && equals(read.in("")));
    }

    /** Whether the two are the same but for lengths and precisions. */
    boolean isKindOf(TypeName read) {
        return without().means(read.without());
    }

    boolean is(String server) {
        return schema.isEmpty() && name.equals(server) && !array;
    }

    boolean isNumber() {
        return schema.isEmpty() && NUMBERS.contains(name) && !array;
    }

    /** Whether the server casts operands to it without being asked. */
    boolean isOfOperands() {
        return schema.isEmpty() && OF_OPERANDS.contains(name);
    }

    /** Whether the server casts arguments of functions to it without being asked. */
    boolean isOfArguments() {
        return isOfOperands() || (schema.isEmpty() && OF_ARGUMENTS.contains(name));
    }

    TypeName element() {
        return new TypeName(schema, name, modifiers, fields, false);
    }

    TypeName toArray() {
        return new TypeName(schema, name, modifiers, fields, true);
    }

    private TypeName in(String other) {
        return new TypeName(other, name, modifiers, fields, array);
    }

    private TypeName without() {
        return new TypeName(schema, name, List.of(), "", array);
    }
}
