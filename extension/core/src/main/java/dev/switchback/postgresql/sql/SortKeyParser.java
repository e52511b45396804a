package dev.switchback.postgresql.sql;

import dev.switchback.postgresql.sql.Expression.Operation;
import java.util.Set;

/** Reads a key of an index, of an exclusion constraint or of ORDER BY, with what may follow the expression. */
final class SortKeyParser {

    private static final Set<String> AFTER = Set.of("asc", "desc", "nulls", "with");

    private final Cursor cursor;
    private final ExpressionParser expressions;

    SortKeyParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    /** Reads a whole text. */
    static SortKey parse(String text) {
        Cursor cursor = new Cursor(text);
        SortKey key = new SortKeyParser(cursor, new ExpressionParser(cursor)).key();
        if (!cursor.atEnd()) {
            throw cursor.notUnderstood();
        }
        return key;
    }

    /** An operand of ORDER BY, which goes upwards if nothing is said. */
    Expression order(Expression value) {
        boolean down = cursor.accept("desc");
        if (!down) {
            cursor.accept("asc");
        }
        boolean first = cursor.accept("nulls first") || (!cursor.accept("nulls last") && down);
        return down || first ? Operation.of((down ? "desc " : "asc ") + (first ? "first" : "last"), value) : value;
    }

    private SortKey key() {
        Expression value = expressions.parse();
        String operatorClass = "";
        if (cursor.peek().isName() && !AFTER.contains(cursor.peek().text())) {
            operatorClass = cursor.next().text();
            if (cursor.acceptMark(".")) {
                operatorClass = cursor.expectName();
            }
        }
        boolean said = cursor.peek().isWord("asc")
                || cursor.peek().isWord("desc")
                || cursor.peek().isWord("nulls");
        Expression order = order(Operation.of("key"));
        String operator = cursor.accept("with") ? cursor.next().text() : "";
        return new SortKey(value, operatorClass, said, order, operator);
    }
}
