package dev.switchback.postgresql.sql;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** An expression as a tree, without parentheses. */
sealed interface Expression {

    /** The parts of the expression. */
    default List<Expression> parts() {
        return List.of();
    }

    /** Whether a column, or anything else with a name, is in it. */
    default boolean hasNames() {
        return parts().stream().anyMatch(Expression::hasNames);
    }

    /** A string in quotes. */
    record Text(String value) implements Expression {}

    /** A number, negative ones too. */
    record Numeral(BigDecimal value) implements Expression {}

    /** A column, in as many parts as were written. */
    record Name(List<String> path) implements Expression {
        public Name {
            path = List.copyOf(path);
        }

        @Override
        public boolean hasNames() {
            return true;
        }
    }

    /** A call of a function. */
    record Call(List<String> function, List<Expression> parts) implements Expression {
        public Call {
            function = List.copyOf(function);
            parts = List.copyOf(parts);
        }

        static Call of(String function, Expression... arguments) {
            return new Call(List.of(function), List.of(arguments));
        }
    }

    /** Anything else that works on parts: operators, CASE, ARRAY, words such as NULL and TRUE. */
    record Operation(String symbol, List<Expression> parts) implements Expression {
        public Operation {
            parts = List.copyOf(parts);
        }

        static Operation of(String symbol, Expression... operands) {
            return new Operation(symbol, List.of(operands));
        }

        boolean is(String other) {
            return symbol.equals(other);
        }
    }

    /** A cast. */
    record Cast(Expression value, TypeName type) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(value);
        }
    }

    /** The items of what may be nested and means the same when it is not. */
    static Stream<Expression> flat(String symbol, Expression expression) {
        return expression instanceof Operation operation && operation.is(symbol)
                ? operation.parts().stream().flatMap(part -> flat(symbol, part))
                : Stream.of(expression);
    }
}
