package dev.switchback.postgresql.filling;

/**
 * A column of a table to be filled.
 *
 * @param number its number in the table
 * @param name its name, unquoted
 * @param modifier the modifier of its type; -1 if none
 * @param expression its default or, if it is generated, its value; empty if there is none
 * @param generated {@code s} if its value is computed and stored, {@code v} if it is computed when it is read; empty if neither
 */
record FilledColumn(
        int number,
        String name,
        String sql,
        ValueType type,
        int modifier,
        boolean notNull,
        String expression,
        String generated,
        String identity,
        boolean isIndexed) {

    /** Whether the server counts its values itself. */
    boolean isCounted() {
        return !identity.isEmpty() || expression.startsWith("nextval(");
    }

    boolean isGenerated() {
        return !generated.isEmpty();
    }

    /** Whether that its value cannot be computed shows only when it is read. */
    boolean isVirtual() {
        return generated.equals("v");
    }

    /** Whether a value may be given. */
    boolean isWritten() {
        return !isGenerated() && !isCounted();
    }

    boolean mayBeNull() {
        return !notNull && !type.refusesNull();
    }
}
