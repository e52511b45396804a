package dev.switchback.postgresql.sql;

import dev.switchback.postgresql.sql.Expression.Name;
import dev.switchback.postgresql.sql.Expression.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads plain queries, such as those of policies and most views; others are not understood. */
final class SelectParser {

    private static final Set<String> NO_ALIAS = Set.of(
            "from",
            "where",
            "group",
            "having",
            "order",
            "limit",
            "offset",
            "union",
            "intersect",
            "except",
            "join",
            "left",
            "right",
            "full",
            "inner",
            "cross",
            "natural",
            "on",
            "using",
            "window",
            "fetch",
            "for",
            "as");

    private final Cursor cursor;
    private final ExpressionParser expressions;

    SelectParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Expression parse() {
        cursor.expect("select");
        List<Expression> clauses = new ArrayList<>();
        clauses.add(Operation.of(cursor.accept("distinct") ? "distinct" : "all"));
        clauses.add(new Operation("items", items()));
        clauses.add(cursor.accept("from") ? new Operation("from", tables()) : Operation.of("from"));
        clauses.add(clause("where"));
        clauses.add(clause("group by"));
        clauses.add(clause("having"));
        clauses.add(cursor.accept("order by") ? new Operation("order by", sorted()) : Operation.of("order by"));
        clauses.add(clause("limit"));
        clauses.add(clause("offset"));
        return new Operation("select", clauses);
    }

    private Expression clause(String words) {
        return cursor.accept(words) ? new Operation(words, expressions.list()) : Operation.of(words);
    }

    private List<Expression> items() {
        List<Expression> items = new ArrayList<>();
        if (cursor.atEnd() || cursor.peek().isWord("from") || cursor.peek().isMark(")")) {
            return items;
        }
        do {
            Expression item = cursor.acceptOperator("*") ? new Name(List.of("*")) : expressions.parse();
            items.add(aliased(item));
        } while (cursor.acceptMark(","));
        return items;
    }

    /** An alias that says what the name says already is none. */
    private Expression aliased(Expression item) {
        boolean marked = cursor.accept("as");
        boolean there = marked
                || (cursor.peek().isName() && !NO_ALIAS.contains(cursor.peek().text()));
        if (!there) {
            return item;
        }
        String alias = cursor.expectName();
        return alias.equals(figured(item)) ? item : Operation.of("as " + alias, item);
    }

    private static String figured(Expression item) {
        if (item instanceof Name name) {
            return name.path().get(name.path().size() - 1);
        } else if (item instanceof Expression.Call call) {
            return call.function().get(call.function().size() - 1);
        }
        return "?column?";
    }

    private List<Expression> tables() {
        List<Expression> tables = new ArrayList<>();
        do {
            tables.add(joined());
        } while (cursor.acceptMark(","));
        return tables;
    }

    private Expression joined() {
        Expression left = table();
        while (true) {
            String kind = joining();
            if (kind.isEmpty()) {
                return left;
            }
            Expression right = table();
            if (cursor.accept("on")) {
                left = Operation.of(kind, left, right, expressions.parse());
            } else if (cursor.accept("using")) {
                cursor.expectMark("(");
                left = Operation.of(kind + " using", left, right, new Operation("row", expressions.list()));
                cursor.expectMark(")");
            } else {
                left = Operation.of(kind, left, right);
            }
        }
    }

    private String joining() {
        String natural = cursor.accept("natural") ? "natural " : "";
        for (String side : List.of("left", "right", "full")) {
            if (cursor.accept(side + " outer join") || cursor.accept(side + " join")) {
                return natural + side;
            }
        }
        if (cursor.accept("cross join")) {
            return "cross";
        }
        return cursor.accept("inner join") || cursor.accept("join") ? natural + "inner" : "";
    }

    private Expression table() {
        if (cursor.peek().isMark("(") && !cursor.peek(1).isWord("select")) {
            cursor.expectMark("(");
            Expression inner = joined();
            cursor.expectMark(")");
            return inner;
        }
        return aliased(expressions.operand());
    }

    private List<Expression> sorted() {
        List<Expression> keys = new ArrayList<>();
        do {
            keys.add(new SortKeyParser(cursor, expressions).order(expressions.parse()));
        } while (cursor.acceptMark(","));
        return keys;
    }
}
