package dev.switchback.postgresql.sql;

import dev.switchback.postgresql.sql.Expression.Name;
import dev.switchback.postgresql.sql.Expression.Numeral;
import dev.switchback.postgresql.sql.Expression.Operation;
import dev.switchback.postgresql.sql.Expression.Text;
import dev.switchback.postgresql.sql.Token.Sort;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the operands between operators, with the casts and subscripts behind them. */
final class PrimaryParser {

    private static final Set<String> CONSTANTS = Set.of("null", "true", "false");

    /** Words that begin a type of several words, or of one with something in parentheses. */
    private static final Set<String> TYPES = Set.of(
            "timestamp",
            "timestamptz",
            "time",
            "timetz",
            "interval",
            "double",
            "character",
            "char",
            "varchar",
            "bit",
            "national",
            "numeric",
            "decimal");

    private static final Set<String> RESERVED = Set.of(
            "and",
            "or",
            "as",
            "select",
            "from",
            "where",
            "when",
            "then",
            "else",
            "end",
            "group",
            "having",
            "order",
            "limit",
            "offset",
            "union",
            "intersect",
            "except",
            "with",
            "on",
            "using",
            "desc",
            "asc",
            "in",
            "window",
            "fetch",
            "for",
            "default");

    private final Cursor cursor;
    private final ExpressionParser expressions;
    private final CallParser calls;

    PrimaryParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
        this.calls = new CallParser(cursor, expressions);
    }

    Expression parse() {
        Expression value = primary();
        while (true) {
            if (cursor.acceptMark("::")) {
                value = CanonicalForms.cast(value, new TypeParser(cursor).parse());
            } else if (cursor.acceptMark("[")) {
                value = subscript(value);
            } else if (cursor.acceptMark(".")) {
                String field = cursor.acceptOperator("*") ? "*" : cursor.expectName();
                value = Operation.of("field " + field, value);
            } else {
                return value;
            }
        }
    }

    boolean startsSelect() {
        return cursor.peek().isMark("(") && cursor.peek(1).isWord("select");
    }

    Expression select() {
        cursor.expectMark("(");
        Expression select = new SelectParser(cursor, expressions).parse();
        cursor.expectMark(")");
        return Operation.of("subquery", select);
    }

    /** A name in as many parts as there are. */
    List<String> path() {
        List<String> path = new ArrayList<>(List.of(cursor.expectName()));
        while (cursor.peek().isMark(".")
                && (cursor.peek(1).isName() || cursor.peek(1).isOperator("*"))) {
            cursor.next();
            path.add(cursor.next().text());
        }
        return path;
    }

    private Expression primary() {
        Token token = cursor.peek();
        if (token.sort() == Sort.STRING) {
            return new Text(cursor.next().text());
        } else if (token.sort() == Sort.NUMBER) {
            return new Numeral(new BigDecimal(cursor.next().text()));
        } else if (startsSelect()) {
            return select();
        } else if (cursor.acceptMark("(")) {
            List<Expression> items = expressions.list();
            cursor.expectMark(")");
            return items.size() == 1 ? items.get(0) : new Operation("row", items);
        } else if (token.sort() == Sort.WORD) {
            return word(token.text());
        } else if (token.isName()) {
            return named();
        }
        throw cursor.notUnderstood();
    }

    private Expression word(String word) {
        if (CONSTANTS.contains(word)) {
            cursor.next();
            return Operation.of(word);
        } else if (cursor.accept("case")) {
            return choice();
        } else if (word.equals("array") && cursor.peek(1).isMark("[")) {
            cursor.next();
            return array();
        } else if (word.equals("array") && cursor.peek(1).isMark("(")) {
            cursor.next();
            return Operation.of("array of", select());
        } else if (word.equals("exists") && cursor.peek(1).isMark("(")) {
            cursor.next();
            return Operation.of("exists", select());
        } else if (RESERVED.contains(word)) {
            throw cursor.notUnderstood();
        }
        int start = cursor.position();
        if (cursor.peek(1).sort() == Sort.STRING || TYPES.contains(word)) {
            TypeName type = new TypeParser(cursor).parse();
            if (cursor.peek().sort() == Sort.STRING) {
                Expression text = new Text(cursor.next().text());
                return CanonicalForms.cast(text, type);
            }
            cursor.back(start);
        }
        return calls.isSpecial(word) ? calls.special() : named();
    }

    private Expression named() {
        List<String> path = path();
        return cursor.peek().isMark("(") ? calls.call(path) : new Name(path);
    }

    private Expression array() {
        cursor.expectMark("[");
        if (cursor.acceptMark("]")) {
            return Operation.of("array");
        }
        List<Expression> items = new ArrayList<>();
        do {
            items.add(cursor.peek().isMark("[") ? array() : expressions.parse());
        } while (cursor.acceptMark(","));
        cursor.expectMark("]");
        return new Operation("array", items);
    }

    private Expression subscript(Expression value) {
        Expression from = expressions.parse();
        Expression subscript = cursor.acceptMark(":")
                ? Operation.of("slice", value, from, expressions.parse())
                : Operation.of("item", value, from);
        cursor.expectMark("]");
        return subscript;
    }

    /** Where there is no ELSE, the server writes that it is NULL. */
    private Expression choice() {
        List<Expression> parts = new ArrayList<>();
        parts.add(cursor.peek().isWord("when") ? Operation.of("none") : expressions.parse());
        while (cursor.accept("when")) {
            parts.add(expressions.parse());
            cursor.expect("then");
            parts.add(expressions.parse());
        }
        parts.add(cursor.accept("else") ? expressions.parse() : Operation.of("null"));
        cursor.expect("end");
        return new Operation("case", parts);
    }
}
