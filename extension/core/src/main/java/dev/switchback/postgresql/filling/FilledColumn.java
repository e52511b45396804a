package dev.switchback.postgresql.filling;

/**
 * A column of a table to be filled.
 *
 * @param number its number in the table
 * @param name its name, unquoted
 * @param modifier the modifier of its type; -1 if none
 * @param expression its default or, if it is generated, its value; empty if there is none
 */
record FilledColumn(
        int number,
        String name,
        String sql,
        ValueType type,
        int modifier,
        boolean notNull,
        String expression,
        boolean isGenerated,
        String identity,
        boolean isIndexed) {

    /** Whether the server counts its values itself. */
    boolean isCounted() {
        return !identity.isEmpty() || expression.startsWith("nextval(");
    }

    /** Whether a value may be given. */
    boolean isWritten() {
        return !isGenerated && !isCounted();
    }

    boolean mayBeNull() {
        return !notNull && !type.refusesNull();
    }
}
