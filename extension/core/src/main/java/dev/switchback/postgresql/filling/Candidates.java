package dev.switchback.postgresql.filling;

import dev.switchback.filling.PatternTexts;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Values worth trying for a column of which some conditions speak: first what is written in them, then what is near, then anything. */
final class Candidates {

    /** Texts that conditions on texts often want. */
    private static final List<String> TEXTS = List.of(
            "a@example.org",
            "a",
            "A",
            "1",
            "0",
            "abc",
            "1.0.0",
            "ABC",
            "DE",
            "EUR",
            "en",
            "en-US",
            "https://example.org/a",
            "/a",
            "+491234567",
            "12345",
            "#aabbcc",
            "192.0.2.1",
            "2020-01-01",
            "00000000-0000-4000-8000-000000000001",
            "{}",
            "[]",
            "a-b",
            "a_b",
            "a.b",
            "example.org",
            "12:00",
            "");

    /** Texts of the forms in which what is stored as a text is often written: a version, a day, an address. */
    private static final List<String> FORMS = List.of(
            "1.0.0",
            "1",
            "a@example.org",
            "2020-01-01",
            "https://example.org/a",
            "00000000-0000-4000-8000-000000000001",
            "{}",
            "[]",
            "192.0.2.1",
            "true");

    private static final List<String> NUMBERS = List.of("1", "0", "2", "5", "10", "50", "100", "1000", "-1", "0.5");
    private static final List<String> DAYS = List.of("2020-01-01", "1980-06-15", "2999-12-31", "2020-01-31");
    private static final int LONGEST = 4000;
    private static final int COUNTED = 12;

    private final MadeValues values;
    private final String conditions;

    Candidates(MadeValues values, String conditions) {
        this.values = values;
        this.conditions = conditions;
    }

    /**
     * Values of a type.
     *
     * @param n the number with which counted values begin
     */
    List<String> of(ValueType type, int modifier, String name, long n) throws SQLException {
        ValueType base = values.base(type);
        int most = PlainValues.length(base, values.modifier(type, modifier));
        Set<String> found = new LinkedHashSet<>();
        switch (base.shape()) {
            case ENUM -> {
                SqlWords.texts(conditions).stream()
                        .filter(base.labels()::contains)
                        .forEach(found::add);
                found.addAll(base.labels());
            }
            case ARRAY -> arrays(base, name, n, found);
            case BASE -> {
                switch (base.category()) {
                    case 'S' -> texts(n, most, found);
                    case 'N' -> numbers(base, values.modifier(type, modifier), found);
                    case 'B' -> found.addAll(List.of("true", "false"));
                    case 'D' -> days(base, found);
                    case 'T' -> intervals(found);
                    default -> others(base, n, found);
                }
            }
            default -> {}
        }
        for (long i = n; i < n + COUNTED; i++) {
            values.plainBase(type, modifier, name, i).ifPresent(found::add);
        }
        if (base.shape() == ValueType.Shape.RANGE) {
            found.add("empty");
        }
        return found.stream().filter(text -> text.length() <= most).toList();
    }

    /** The same for what a trigger makes of a column, in turns with the common forms of texts, since it may call other functions. */
    List<String> guesses(ValueType type, int modifier, String name, long n) throws SQLException {
        List<String> written = of(type, modifier, name, n);
        ValueType base = values.base(type);
        if (base.shape() != ValueType.Shape.BASE || base.category() != 'S') {
            return written;
        }
        Set<String> mixed = new LinkedHashSet<>();
        for (int i = 0; i < Math.max(written.size(), FORMS.size()); i++) {
            for (List<String> each : List.of(written, FORMS)) {
                if (i < each.size()) {
                    mixed.add(each.get(i));
                }
            }
        }
        int most = PlainValues.length(base, values.modifier(type, modifier));
        return mixed.stream().filter(text -> text.length() <= most).toList();
    }

    private void texts(long n, int most, Set<String> found) {
        List<String> literals = SqlWords.texts(conditions);
        literals.forEach(found::add);
        for (String literal : literals) {
            PatternTexts.of(literal, n).forEach(found::add);
            found.add(literal.replace("%", "x").replace("_", "x"));
        }
        for (String number : SqlWords.numbers(conditions)) {
            int length = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
            if (length > 0 && length <= LONGEST) {
                for (int wanted : new int[] {length, length + 1, length - 1}) {
                    found.add(counted('A', n, wanted));
                    found.add(counted('a', n, wanted));
                    found.add(counted('0', n, wanted));
                }
            }
        }
        TEXTS.stream().filter(text -> text.length() <= most).forEach(found::add);
    }

    /** A text of so many letters or digits, whose end counts. */
    private static String counted(char first, long n, int length) {
        int base = first == '0' ? 10 : 26;
        StringBuilder text = new StringBuilder();
        long rest = n;
        while (text.length() < length) {
            text.insert(0, (char) (first + rest % base));
            rest /= base;
        }
        return text.toString();
    }

    private void numbers(ValueType type, int modifier, Set<String> found) {
        boolean isWhole = Set.of("smallint", "integer", "bigint", "oid").contains(type.shortName());
        List<BigDecimal> written =
                SqlWords.numbers(conditions).stream().map(BigDecimal::new).toList();
        List<BigDecimal> all = new ArrayList<>();
        written.forEach(
                number -> all.addAll(List.of(number, number.add(BigDecimal.ONE), number.subtract(BigDecimal.ONE))));
        for (int i = 1; i < written.size(); i++) {
            all.add(written.get(i - 1).add(written.get(i)).divide(BigDecimal.valueOf(2)));
        }
        NUMBERS.stream().map(BigDecimal::new).forEach(all::add);
        for (BigDecimal number : all) {
            boolean fits = !isWhole || number.stripTrailingZeros().scale() <= 0;
            if (fits && isWithin(type, modifier, number)) {
                found.add(number.toPlainString());
            }
        }
    }

    private static boolean isWithin(ValueType type, int modifier, BigDecimal number) {
        BigDecimal size = number.abs();
        return switch (type.shortName()) {
            case "smallint" -> size.compareTo(BigDecimal.valueOf(Short.MAX_VALUE)) <= 0;
            case "integer" -> size.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
            case "bigint" -> size.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
            case "oid" -> number.signum() >= 0 && size.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
            case "numeric" ->
                modifier < 0
                        || size.compareTo(BigDecimal.TEN.pow(
                                        Math.max(0, PlainValues.precision(modifier) - PlainValues.scale(modifier))))
                                < 0;
            default -> true;
        };
    }

    private void days(ValueType type, Set<String> found) {
        boolean isClock = type.shortName().startsWith("time ");
        for (String text : SqlWords.texts(conditions)) {
            Optional<LocalDate> day = day(text);
            if (day.isPresent() && !isClock) {
                found.add(text);
                found.add(day.get().plusDays(1).toString());
                found.add(day.get().minusDays(1).toString());
            } else if (isClock && text.matches("\\d\\d:\\d\\d(:\\d\\d)?.*")) {
                found.add(text);
            }
        }
        if (isClock) {
            found.addAll(List.of("12:00", "08:00", "18:00", "00:00"));
        } else {
            found.addAll(DAYS);
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.length() < 10 ? Optional.empty() : Optional.of(LocalDate.parse(text.substring(0, 10)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static void intervals(Set<String> found) {
        found.addAll(List.of("1 hour", "1 day", "1 minute", "0", "30 days", "1 year"));
    }

    private void others(ValueType type, long n, Set<String> found) {
        switch (type.shortName()) {
            case "json", "jsonb" -> {
                found.addAll(List.of("{}", "[]", "\"a\"", "1", "true", "[{}]"));
                JsonCandidates.of(conditions).forEach(found::add);
            }
            case "uuid", "inet", "cidr" ->
                found.addAll(SqlWords.texts(conditions).stream()
                        .filter(text ->
                                type.shortName().equals("uuid") ? text.length() == 36 : text.matches("[\\d.:a-f/]+"))
                        .toList());
            case "bytea" ->
                SqlWords.numbers(conditions).stream()
                        .filter(number -> number.matches("\\d{1,3}"))
                        .map(Integer::parseInt)
                        .filter(bytes -> bytes > 0)
                        .forEach(bytes -> found.add("\\x" + counted('0', n, 2 * bytes)));
            default -> {}
        }
    }

    private void arrays(ValueType type, String name, long n, Set<String> found) throws SQLException {
        found.add("{}");
        ValueType element = values.element(type);
        List<String> elements = of(element, -1, name, n);
        elements.stream().limit(20).map(MadeValues::array).forEach(found::add);
        for (int size = 2; size <= 4 && elements.size() >= size; size++) {
            found.add(MadeValues.array(elements.subList(0, size)));
        }
        for (String number : SqlWords.numbers(conditions)) {
            int size = number.matches("\\d{1,3}") ? Integer.parseInt(number) : 0;
            if (size > 0 && !elements.isEmpty()) {
                found.add(MadeValues.array(java.util.Collections.nCopies(size, elements.get(0))));
            }
        }
    }
}
