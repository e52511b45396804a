package dev.switchback.postgresql.filling;

import java.math.BigInteger;
import java.util.List;

/** Edges of the types that have some: the longest text, the empty one, the largest number, the leap day. */
final class EdgeValues {

    /** Length of a text, in characters, that an index takes in one row with other columns beside it. */
    private static final int LONGEST = 400;

    private static final String STRANGE = "Zoë O'Brien \"Ünï\\cödé\" 日本 % _ ; -- ";

    private EdgeValues() {}

    /** The edges of a type, the first ones preferred; none if it has none. */
    static List<String> of(ValueType type, int modifier) {
        return switch (type.shortName()) {
            case "smallint" -> List.of("32767", "-32768", "0");
            case "integer" -> List.of("2147483647", "-2147483648", "0");
            case "bigint" -> List.of("9223372036854775807", "-9223372036854775808", "0");
            case "numeric" -> numbers(modifier);
            case "real" -> List.of("3.4028235e+38", "-0.000001", "0");
            case "double precision" -> List.of("1.7976931348623157e+308", "-1e-300", "0");
            case "text", "character varying", "citext" -> texts(PlainValues.length(type, modifier));
            case "character" -> List.of("Z".repeat(Math.max(1, modifier - 4)));
            case "date" -> List.of("2024-02-29", "1970-01-01", "9999-12-31");
            case "timestamp without time zone" -> List.of("2024-02-29 23:59:59.999999", "1970-01-01 00:00:00");
            case "timestamp with time zone" -> List.of("2024-02-29 23:59:59.999999+13:45", "1970-01-01 00:00:00-12");
            case "time without time zone" -> List.of("23:59:59.999999", "00:00:00");
            case "time with time zone" -> List.of("23:59:59.999999+13:45", "00:00:00-12");
            case "interval" -> List.of("1 mon 29 days 23:59:59.999999", "00:00:00", "-1 days");
            case "boolean" -> List.of("false");
            case "uuid" -> List.of("ffffffff-ffff-4fff-bfff-ffffffffffff");
            case "json", "jsonb" -> List.of("{\"ü'\\\"\": [null, 1e3, \"" + "ß" + "\", {}]}", "{}", "[]", "null");
            case "bytea" -> List.of("\\x00ff27", "\\x");
            case "inet" -> List.of("2001:db8::ffff", "0.0.0.0/0");
            default -> List.of();
        };
    }

    private static List<String> texts(int most) {
        String longest = STRANGE.repeat(1 + LONGEST / STRANGE.length());
        String cut = longest.substring(0, Math.min(most, LONGEST));
        return most < 1 ? List.of("") : List.of(cut, "", "'");
    }

    private static List<String> numbers(int modifier) {
        if (modifier < 0) {
            return List.of("99999999999999999999.999999", "-0.000001", "0");
        }
        int scale = PlainValues.scale(modifier);
        String digits = BigInteger.TEN
                .pow(PlainValues.precision(modifier))
                .subtract(BigInteger.ONE)
                .toString();
        String largest = scale <= 0
                ? digits + "0".repeat(-scale)
                : new java.math.BigDecimal(new BigInteger(digits), scale).toPlainString();
        return List.of(largest, "-" + largest, "0");
    }
}
