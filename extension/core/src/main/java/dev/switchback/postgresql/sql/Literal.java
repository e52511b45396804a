package dev.switchback.postgresql.sql;

import dev.switchback.postgresql.sql.Expression.Cast;
import dev.switchback.postgresql.sql.Expression.Numeral;
import dev.switchback.postgresql.sql.Expression.Operation;
import dev.switchback.postgresql.sql.Expression.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A constant with its casts.
 *
 * @param value a text, a number, NULL, TRUE or FALSE
 * @param types what it is cast to, the innermost first
 */
record Literal(Expression value, List<TypeName> types) {

    private static final Set<String> CONSTANTS = Set.of("null", "true", "false");
    private static final Set<String> CASELESS = Set.of("uuid", "bytea", "macaddr", "macaddr8", "inet", "cidr");
    private static final Set<String> NAMES = Set.of("regclass", "regtype", "regproc", "regprocedure", "regconfig");

    private static final String MIDNIGHT = " 00:00:00";

    Literal {
        types = List.copyOf(types);
    }

    static Optional<Literal> of(Expression expression) {
        List<TypeName> types = new ArrayList<>();
        Expression value = expression;
        while (value instanceof Cast cast) {
            types.add(0, cast.type());
            value = cast.value();
        }
        boolean constant = value instanceof Text
                || value instanceof Numeral
                || (value instanceof Operation word && CONSTANTS.contains(word.symbol()));
        return constant ? Optional.of(new Literal(value, types)) : Optional.empty();
    }

    /** Whether this, which a person wrote, is what the server calls that. */
    boolean means(Literal read) {
        Optional<BigDecimal> number = number();
        if (number.isPresent() && read.number().isPresent() && (isNumber() || read.isNumber())) {
            return number.get().compareTo(read.number().get()) == 0
                    && (types.isEmpty() || types.stream().allMatch(TypeName::isNumber))
                    && (types.isEmpty() || read.types.isEmpty() || typesAreIn(read));
        }
        return sameValue(read) && typesAreIn(read);
    }

    private boolean isNumber() {
        return value instanceof Numeral;
    }

    /** The number it is, unless it is cast to something else. */
    private Optional<BigDecimal> number() {
        if (value instanceof Numeral number) {
            return types.stream().allMatch(TypeName::isNumber) ? Optional.of(number.value()) : Optional.empty();
        } else if (value instanceof Text text && types.stream().allMatch(TypeName::isNumber)) {
            try {
                return Optional.of(new BigDecimal(text.value().strip()));
            } catch (NumberFormatException notOne) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean typesAreIn(Literal read) {
        return types.stream().allMatch(type -> read.types.stream().anyMatch(type::isKindOf));
    }

    private boolean sameValue(Literal read) {
        if (value.equals(read.value)) {
            return true;
        }
        if (value instanceof Text text && types.isEmpty() && read.value instanceof Operation) {
            return CanonicalForms.truth(text).equals(read.value);
        }
        return value instanceof Text text
                && read.value instanceof Text other
                && read.types.stream().anyMatch(type -> same(text.value(), other.value(), type));
    }

    private static boolean same(String written, String read, TypeName type) {
        if (NAMES.contains(type.name())) {
            return sameName(written, read);
        } else if (type.is("interval")) {
            Optional<IntervalValue> value = IntervalValue.parse(written);
            return value.isPresent() && value.equals(IntervalValue.parse(read));
        } else if (type.is("timestamp without time zone")) {
            return read.equals(written + rest(written));
        } else if (type.array() || type.is("jsonb")) {
            return withoutBlanks(written).equals(withoutBlanks(read));
        }
        return CASELESS.contains(type.name())
                && written.toLowerCase(Locale.ROOT).equals(read.toLowerCase(Locale.ROOT));
    }

    /** The rest that the server adds to a day, or to a time without seconds. */
    private static String rest(String written) {
        int said = Math.max(0, written.length() - "2026-01-01".length());
        return MIDNIGHT.substring(Math.min(said, MIDNIGHT.length()));
    }

    private static boolean sameName(String written, String read) {
        try {
            List<String> left = new PathReader(written).path();
            List<String> right = new PathReader(read).path();
            return Meaning.endsLike(left, right);
        } catch (NotUnderstood notAName) {
            return false;
        }
    }

    private static String withoutBlanks(String text) {
        StringBuilder dense = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"' && (i == 0 || text.charAt(i - 1) != '\\');
            if (quoted || !Character.isWhitespace(c)) {
                dense.append(c);
            }
        }
        return dense.toString();
    }
}
