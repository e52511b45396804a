package dev.switchback.postgresql.sql;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A span of time as PostgreSQL keeps it: days are not always 24 hours, nor months 30 days.
 *
 * @param seconds without superfluous zeros
 */
record IntervalValue(BigDecimal months, BigDecimal days, BigDecimal seconds) {

    private static final Pattern PART = Pattern.compile(
            "\\s*(?:(?<sign>[+-]?)(?<hours>\\d+):(?<minutes>\\d+)(?::(?<seconds>\\d+(?:\\.\\d+)?))?|(?<number>[+-]?\\d+(?:\\.\\d+)?)\\s*(?<unit>[a-z]+))");

    private static final Map<String, String> ABBREVIATED = Map.ofEntries(
            Map.entry("mon", "month"),
            Map.entry("min", "minute"),
            Map.entry("sec", "second"),
            Map.entry("hr", "hour"),
            Map.entry("h", "hour"),
            Map.entry("d", "day"),
            Map.entry("w", "week"),
            Map.entry("y", "year"),
            Map.entry("yr", "year"),
            Map.entry("m", "minute"),
            Map.entry("msec", "millisecond"));

    IntervalValue {
        months = plain(months);
        days = plain(days);
        seconds = plain(seconds);
    }

    /** Reads what is written in units and clock times; empty for anything else. */
    static Optional<IntervalValue> parse(String text) {
        IntervalValue sum = new IntervalValue(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        String rest = text.strip().toLowerCase(Locale.ROOT);
        Matcher part = PART.matcher(rest);
        int at = 0;
        while (at < rest.length()) {
            if (!part.region(at, rest.length()).lookingAt()) {
                return Optional.empty();
            }
            Optional<IntervalValue> value = part.group("unit") == null ? Optional.of(clock(part)) : unit(part);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(value.get());
            at = part.end();
        }
        return rest.isEmpty() ? Optional.empty() : Optional.of(sum);
    }

    private static IntervalValue clock(Matcher part) {
        BigDecimal seconds = new BigDecimal(part.group("hours"))
                .multiply(BigDecimal.valueOf(3600))
                .add(new BigDecimal(part.group("minutes")).multiply(BigDecimal.valueOf(60)))
                .add(part.group("seconds") == null ? BigDecimal.ZERO : new BigDecimal(part.group("seconds")));
        return ofSeconds(part.group("sign").equals("-") ? seconds.negate() : seconds);
    }

    private static Optional<IntervalValue> unit(Matcher part) {
        BigDecimal number = new BigDecimal(part.group("number"));
        String plural = part.group("unit");
        String word = plural.length() > 1 && plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
        return switch (ABBREVIATED.getOrDefault(word, word)) {
            case "year" -> Optional.of(ofMonths(number.multiply(BigDecimal.valueOf(12))));
            case "month" -> Optional.of(ofMonths(number));
            case "week" -> Optional.of(ofDays(number.multiply(BigDecimal.valueOf(7))));
            case "day" -> Optional.of(ofDays(number));
            case "hour" -> Optional.of(ofSeconds(number.multiply(BigDecimal.valueOf(3600))));
            case "minute" -> Optional.of(ofSeconds(number.multiply(BigDecimal.valueOf(60))));
            case "second" -> Optional.of(ofSeconds(number));
            case "millisecond" -> Optional.of(ofSeconds(number.movePointLeft(3)));
            default -> Optional.empty();
        };
    }

    private static IntervalValue ofMonths(BigDecimal months) {
        return new IntervalValue(months, BigDecimal.ZERO, BigDecimal.ZERO);
    }

    private static IntervalValue ofDays(BigDecimal days) {
        return new IntervalValue(BigDecimal.ZERO, days, BigDecimal.ZERO);
    }

    private static IntervalValue ofSeconds(BigDecimal seconds) {
        return new IntervalValue(BigDecimal.ZERO, BigDecimal.ZERO, seconds);
    }

    private IntervalValue plus(IntervalValue other) {
        return new IntervalValue(months.add(other.months), days.add(other.days), seconds.add(other.seconds));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }
}
