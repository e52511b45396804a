package dev.switchback.statements;

import org.apiguardian.api.API;

/**
 * A parameter of a statement in one call: its value, as the server reads it from text, and the type that the application sends
 * with it.
 *
 * @param sort whether the value is known
 * @param text the value; empty unless it is a text
 * @param type the type's name, such as {@code varchar}; empty if the server is to find it
 */
public record StatementValue(Sort sort, String text, String type) {

    /** Whether the value is known. */
    public enum Sort {
        /** It is not: the statement can be prepared, and not be run. */
        UNKNOWN,
        /** It is null. */
        NULL,
        /** It is a text. */
        TEXT
    }

    @API(status = API.Status.INTERNAL)
    public StatementValue {}

    static StatementValue unknown(String type) {
        return new StatementValue(Sort.UNKNOWN, "", type);
    }

    static StatementValue ofNull(String type) {
        return new StatementValue(Sort.NULL, "", type);
    }

    static StatementValue of(String text, String type) {
        return new StatementValue(Sort.TEXT, text, type);
    }

    boolean isKnown() {
        return sort != Sort.UNKNOWN;
    }

    /** The value as files have it: {@code 'open'::varchar}, {@code NULL}, {@code ?::bigint}. */
    @Override
    public String toString() {
        return switch (sort) {
                    case UNKNOWN -> "?";
                    case NULL -> "NULL";
                    case TEXT -> ValueLiteral.of(text);
                }
                + (type.isEmpty() ? "" : "::" + type);
    }
}
