package dev.switchback.postgresql.filling;

import java.util.List;

/**
 * A condition that the rows of a table meet, beside keys that refer to others.
 *
 * @param name the name by which the server refuses a row; empty if it has none
 * @param kind its kind
 * @param columns the names of the columns of which it speaks
 * @param expression the condition on a row, or the predicate of an index
 * @param keys the expressions that must differ from those of every other row; empty if it is about one row alone
 * @param operators how the keys of another row are compared with them
 */
record TableCondition(
        String name,
        Kind kind,
        List<String> columns,
        String expression,
        List<String> keys,
        List<String> operators,
        String origin) {

    enum Kind {
        CHECK,
        PARTITION,
        UNIQUE,
        EXCLUSION,
        POLICY,
        HINT
    }

    TableCondition {
        columns = List.copyOf(columns);
        keys = List.copyOf(keys);
        operators = List.copyOf(operators);
    }

    static TableCondition of(Kind kind, String name, List<String> columns, String expression) {
        return new TableCondition(name, kind, columns, expression, List.of(), List.of(), "");
    }

    boolean touches(Iterable<String> names) {
        for (String name : names) {
            if (columns.contains(name)) {
                return true;
            }
        }
        return false;
    }
}
