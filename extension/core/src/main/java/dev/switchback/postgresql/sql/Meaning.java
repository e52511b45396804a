package dev.switchback.postgresql.sql;

import dev.switchback.postgresql.sql.Expression.Call;
import dev.switchback.postgresql.sql.Expression.Cast;
import dev.switchback.postgresql.sql.Expression.Name;
import dev.switchback.postgresql.sql.Expression.Operation;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Compares what a person wrote with what the server made of it, which knows the types and says more. */
final class Meaning {

    private Meaning() {}

    /** Whether two whole expressions mean the same: an index on a cast, or a default that is one, is another one than without it. */
    static boolean same(Expression written, Expression read) {
        return same(written, read, type -> false);
    }

    private static boolean same(Expression written, Expression read, Predicate<TypeName> added) {
        Optional<Literal> literal = Literal.of(written);
        Optional<Literal> other = Literal.of(read);
        if (literal.isPresent() && other.isPresent()) {
            return literal.get().means(other.get());
        }
        if (written instanceof Cast cast
                && read instanceof Cast its
                && cast.type().means(its.type())
                && same(cast.value(), its.value(), TypeName::isOfOperands)) {
            return true;
        }
        if (read instanceof Cast its && added.test(its.type()) && same(written, its.value(), added)) {
            return true;
        }
        return sameNode(written, read);
    }

    private static boolean sameNode(Expression written, Expression read) {
        if (written instanceof Name name && read instanceof Name its) {
            return endsLike(name.path(), its.path());
        } else if (written instanceof Call call && read instanceof Call its) {
            return sameFunction(call.function(), its.function()) && sameParts(call, its, TypeName::isOfArguments);
        } else if (written instanceof Operation operation && read instanceof Operation its) {
            return operation.symbol().equals(its.symbol())
                    && !dividesOtherwise(operation, its)
                    && sameParts(operation, its, TypeName::isOfOperands);
        }
        return false;
    }

    /** Integers are divided without a rest: where each operand was cast and none was written so, a person did it. */
    private static boolean dividesOtherwise(Operation written, Operation read) {
        return written.is("/")
                && read.parts().stream().allMatch(Cast.class::isInstance)
                && written.parts().stream().noneMatch(Cast.class::isInstance);
    }

    private static boolean sameParts(Expression written, Expression read, Predicate<TypeName> added) {
        List<Expression> parts = written.parts();
        List<Expression> others = read.parts();
        if (parts.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!same(parts.get(i), others.get(i), added)) {
                return false;
            }
        }
        return true;
    }

    /** Names are the same as far as both say them: {@code id} is {@code orders.id}. */
    static boolean endsLike(List<String> written, List<String> read) {
        int common = Math.min(written.size(), read.size());
        return written.subList(written.size() - common, written.size())
                .equals(read.subList(read.size() - common, read.size()));
    }

    /** The server leaves out only its own schema. */
    private static boolean sameFunction(List<String> written, List<String> read) {
        return written.size() <= read.size() && endsLike(written, read);
    }
}
