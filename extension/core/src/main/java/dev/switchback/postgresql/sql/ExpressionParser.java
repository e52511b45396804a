package dev.switchback.postgresql.sql;

import dev.switchback.postgresql.sql.Expression.Call;
import dev.switchback.postgresql.sql.Expression.Name;
import dev.switchback.postgresql.sql.Expression.Operation;
import dev.switchback.postgresql.sql.Token.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Reads an expression, a method for each level of precedence, the weakest first. */
final class ExpressionParser {

    private static final Set<String> COMPARISONS = Set.of("<", ">", "=", "<=", ">=", "<>");
    private static final Set<String> SUMS = Set.of("+", "-");
    private static final Set<String> PRODUCTS = Set.of("*", "/", "%");
    private static final Set<String> IS = Set.of("null", "true", "false", "unknown", "document", "normalized", "json");
    private static final Map<String, String> MATCHES = Map.of("like", "~~", "ilike", "~~*", "similar to", "~");
    private static final Map<String, String> NO_MATCHES = Map.of("like", "!~~", "ilike", "!~~*", "similar to", "!~");

    private final Cursor cursor;
    private final PrimaryParser primary;

    ExpressionParser(Cursor cursor) {
        this.cursor = cursor;
        this.primary = new PrimaryParser(cursor, this);
    }

    /** Reads a whole text. */
    static Expression parse(String text) {
        Cursor cursor = new Cursor(text);
        Expression expression = cursor.peek().isWord("select")
                ? new SelectParser(cursor, new ExpressionParser(cursor)).parse()
                : new ExpressionParser(cursor).parse();
        cursor.acceptMark(";");
        if (!cursor.atEnd()) {
            throw cursor.notUnderstood();
        }
        return expression;
    }

    Expression parse() {
        Expression left = and();
        while (cursor.accept("or")) {
            left = CanonicalForms.or(left, and());
        }
        return left;
    }

    /** A table or a call, with nothing around it. */
    Expression operand() {
        return primary.parse();
    }

    List<Expression> list() {
        List<Expression> items = new ArrayList<>();
        do {
            items.add(parse());
        } while (cursor.acceptMark(","));
        return items;
    }

    private Expression and() {
        Expression left = not();
        while (cursor.accept("and")) {
            left = CanonicalForms.and(left, not());
        }
        return left;
    }

    private Expression not() {
        return cursor.accept("not") ? CanonicalForms.not(not()) : is();
    }

    private Expression is() {
        Expression value = comparison();
        while (true) {
            if (cursor.accept("isnull")) {
                value = Operation.of("is null", value);
            } else if (cursor.accept("notnull")) {
                value = Operation.of("is not null", value);
            } else if (cursor.accept("is")) {
                value = is(value, cursor.accept("not"));
            } else {
                return value;
            }
        }
    }

    private Expression is(Expression value, boolean not) {
        if (cursor.accept("distinct from")) {
            return CanonicalForms.distinct(value, comparison(), not);
        }
        String what = cursor.next().text();
        if (!IS.contains(what)) {
            throw new NotUnderstood(what);
        }
        return Operation.of((not ? "is not " : "is ") + what, value);
    }

    private Expression comparison() {
        Expression left = range();
        while (cursor.peek().sort() == Sort.OPERATOR
                && COMPARISONS.contains(cursor.peek().text())) {
            left = operated(left, cursor.next().text(), this::range);
        }
        return left;
    }

    private Expression range() {
        Expression value = other();
        while (true) {
            int start = cursor.position();
            boolean not = cursor.accept("not");
            if (cursor.accept("between symmetric")) {
                value = CanonicalForms.betweenSymmetric(value, other(), upper(), not);
            } else if (cursor.accept("between")) {
                cursor.accept("asymmetric");
                value = CanonicalForms.between(value, other(), upper(), not);
            } else if (cursor.peek().isWord("in")) {
                cursor.next();
                value = in(value, not);
            } else if (MATCHES.keySet().stream().anyMatch(cursor::accept)) {
                String word = cursor.peek(-1).isWord("to")
                        ? "similar to"
                        : cursor.peek(-1).text();
                value = matches(value, word, (not ? NO_MATCHES : MATCHES).getOrDefault(word, ""));
            } else {
                cursor.back(start);
                return value;
            }
        }
    }

    private Expression upper() {
        cursor.expect("and");
        return other();
    }

    private Expression in(Expression value, boolean not) {
        if (primary.startsSelect()) {
            Expression in = Operation.of("in", value, primary.select());
            return not ? CanonicalForms.not(in) : in;
        }
        cursor.expectMark("(");
        List<Expression> items = list();
        cursor.expectMark(")");
        return CanonicalForms.in(value, items, not);
    }

    private Expression matches(Expression value, String word, String operator) {
        Expression pattern = other();
        Expression escape = cursor.accept("escape") ? other() : Operation.of("none");
        boolean escaped = !(escape instanceof Operation none && none.is("none"));
        if (word.equals("similar to")) {
            pattern = escaped ? Call.of("similar_to_escape", pattern, escape) : Call.of("similar_to_escape", pattern);
        } else if (escaped) {
            pattern = Call.of("like_escape", pattern, escape);
        }
        return Operation.of(operator, value, pattern);
    }

    /** Anything that binds stronger than comparisons, IN and LIKE. */
    Expression other() {
        Token first = cursor.peek();
        if (isOther(first)) {
            return Operation.of(operator(), other());
        }
        Expression left = sum();
        while (isOther(cursor.peek())) {
            left = operated(left, operator(), this::sum);
        }
        return left;
    }

    private static boolean isOther(Token token) {
        return token.isWord("operator")
                || (token.sort() == Sort.OPERATOR
                        && !COMPARISONS.contains(token.text())
                        && !SUMS.contains(token.text())
                        && !PRODUCTS.contains(token.text())
                        && !token.text().equals("^"));
    }

    /** An operator, or {@code OPERATOR(schema.*)}, which the server writes for those that an extension brings. */
    private String operator() {
        if (!cursor.accept("operator")) {
            return cursor.next().text();
        }
        cursor.expectMark("(");
        while (cursor.peek().isName()) {
            cursor.next();
            cursor.expectMark(".");
        }
        String operator = cursor.next().text();
        cursor.expectMark(")");
        return operator;
    }

    private Expression sum() {
        Expression left = product();
        while (cursor.peek().sort() == Sort.OPERATOR
                && SUMS.contains(cursor.peek().text())) {
            left = operated(left, cursor.next().text(), this::product);
        }
        return left;
    }

    private Expression product() {
        Expression left = power();
        while (cursor.peek().sort() == Sort.OPERATOR
                && PRODUCTS.contains(cursor.peek().text())) {
            left = operated(left, cursor.next().text(), this::power);
        }
        return left;
    }

    private Expression power() {
        Expression left = zoned();
        while (cursor.acceptOperator("^")) {
            left = operated(left, "^", this::zoned);
        }
        return left;
    }

    private Expression operated(Expression left, String operator, Supplier<Expression> operand) {
        for (String quantifier : List.of("any", "some", "all")) {
            if (cursor.peek().isWord(quantifier) && cursor.peek(1).isMark("(")) {
                cursor.next();
                String all = quantifier.equals("all") ? "all" : "any";
                if (primary.startsSelect()) {
                    return CanonicalForms.any(operator, all, left, primary.select());
                }
                cursor.expectMark("(");
                Expression array = parse();
                cursor.expectMark(")");
                return CanonicalForms.any(operator, all, left, array);
            }
        }
        return Operation.of(operator, left, operand.get());
    }

    private Expression zoned() {
        Expression value = collated();
        while (true) {
            if (cursor.accept("at time zone")) {
                value = Call.of("timezone", collated(), value);
            } else if (cursor.accept("at local")) {
                value = Call.of("timezone", value);
            } else {
                return value;
            }
        }
    }

    private Expression collated() {
        Expression value = signed();
        while (cursor.accept("collate")) {
            value = Operation.of("collate", value, new Name(primary.path()));
        }
        return value;
    }

    private Expression signed() {
        if (cursor.acceptOperator("-")) {
            return CanonicalForms.negative(signed());
        }
        return cursor.acceptOperator("+") ? signed() : primary.parse();
    }
}
