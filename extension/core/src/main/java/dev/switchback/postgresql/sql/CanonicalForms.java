package dev.switchback.postgresql.sql;

import dev.switchback.postgresql.sql.Expression.Call;
import dev.switchback.postgresql.sql.Expression.Cast;
import dev.switchback.postgresql.sql.Expression.Numeral;
import dev.switchback.postgresql.sql.Expression.Operation;
import dev.switchback.postgresql.sql.Expression.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The one form that the server keeps for each of the ways to write a thing. */
final class CanonicalForms {

    private CanonicalForms() {}

    static Expression and(Expression left, Expression right) {
        return joined("and", left, right);
    }

    static Expression or(Expression left, Expression right) {
        return joined("or", left, right);
    }

    private static Expression joined(String symbol, Expression left, Expression right) {
        return new Operation(
                symbol,
                Stream.concat(Expression.flat(symbol, left), Expression.flat(symbol, right))
                        .toList());
    }

    static Expression not(Expression operand) {
        return Operation.of("not", operand);
    }

    static Expression negative(Expression operand) {
        return operand instanceof Numeral number ? new Numeral(number.value().negate()) : Operation.of("-", operand);
    }

    static Expression between(Expression value, Expression low, Expression high, boolean not) {
        return not
                ? or(Operation.of("<", value, low), Operation.of(">", value, high))
                : and(Operation.of(">=", value, low), Operation.of("<=", value, high));
    }

    static Expression betweenSymmetric(Expression value, Expression low, Expression high, boolean not) {
        Expression straight = between(value, low, high, not);
        Expression turned = between(value, high, low, not);
        return not ? and(straight, turned) : or(straight, turned);
    }

    /** Constants go into an array, if there are several; whatever has a column in it is compared by itself. */
    static Expression in(Expression value, List<Expression> items, boolean not) {
        List<Expression> constants =
                items.stream().filter(item -> !item.hasNames()).toList();
        List<Expression> comparisons = new ArrayList<>();
        List<Expression> alone = new ArrayList<>(items);
        if (constants.size() > 1) {
            comparisons.add(any(not ? "<>" : "=", not ? "all" : "any", value, new Operation("array", constants)));
            alone.removeAll(constants);
        }
        alone.forEach(item -> comparisons.add(Operation.of(not ? "<>" : "=", value, item)));
        return comparisons.stream()
                .reduce((left, right) -> joined(not ? "and" : "or", left, right))
                .orElseThrow(() -> new NotUnderstood("in ()"));
    }

    static Expression any(String operator, String quantifier, Expression value, Expression array) {
        return Operation.of(operator + " " + quantifier, value, array);
    }

    static Expression distinct(Expression left, Expression right, boolean not) {
        Expression distinct = Operation.of("is distinct from", left, right);
        return not ? not(distinct) : distinct;
    }

    /** The server lets a cast of an array act on its items. */
    static Expression cast(Expression value, TypeName type) {
        if (type.array()
                && value instanceof Operation array
                && array.is("array")
                && !array.parts().isEmpty()) {
            return new Operation(
                    "array",
                    array.parts().stream()
                            .map(item -> cast(item, type.element()))
                            .toList());
        }
        return value instanceof Text text && type.is("boolean") ? truth(text) : new Cast(value, type);
    }

    /** The boolean that a text means; the text itself if it is none. */
    static Expression truth(Text text) {
        return switch (text.value()) {
            case "t", "true", "on", "yes" -> Operation.of("true");
            case "f", "false", "off", "no" -> Operation.of("false");
            default -> text;
        };
    }

    static Expression call(List<String> function, List<Expression> arguments) {
        List<String> name = function.size() > 1 && function.get(0).equals("pg_catalog")
                ? function.subList(1, function.size())
                : function;
        if (name.equals(List.of("row"))) {
            return new Operation("row", arguments);
        }
        if (name.equals(List.of("transaction_timestamp")) && arguments.isEmpty()) {
            return Call.of("now");
        }
        return new Call(name, arguments);
    }
}
