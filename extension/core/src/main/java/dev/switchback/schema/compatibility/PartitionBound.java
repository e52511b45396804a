package dev.switchback.schema.compatibility;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of a table that one of its partitions takes.
 *
 * @param parent the qualified name of the table
 * @param values as PostgreSQL writes them, such as {@code FROM (1) TO (10)}; empty for those that no other partition takes
 */
record PartitionBound(String parent, String values) {

    private static final String FOR_VALUES = " FOR VALUES ";
    private static final String DEFAULT = " DEFAULT";
    private static final Pattern LIST = Pattern.compile("IN \\((.*)\\)", Pattern.DOTALL);
    private static final Pattern RANGE = Pattern.compile("FROM \\(([^,()]+)\\) TO \\(([^,()]+)\\)");
    private static final Pattern HASH = Pattern.compile("WITH \\(modulus (\\d+), remainder (\\d+)\\)");
    private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'|[^',\\s]+");

    /** Dates and digits, which as texts of the same length have the order of what they say. */
    private static final Pattern ORDERED = Pattern.compile("'(?:\\d{4}-\\d\\d-\\d\\d(?: \\d\\d:\\d\\d:\\d\\d)?|\\d+)'");

    /** The bound in the words of the catalog, behind the name of the table; empty if there is none. */
    static Optional<PartitionBound> of(String text) {
        int values = text.indexOf(FOR_VALUES);
        if (values >= 0) {
            return Optional.of(
                    new PartitionBound(text.substring(0, values), text.substring(values + FOR_VALUES.length())));
        }
        return text.endsWith(DEFAULT)
                ? Optional.of(new PartitionBound(text.substring(0, text.length() - DEFAULT.length()), ""))
                : Optional.empty();
    }

    /** Whether each row that this partition takes has one among these, as far as their values can be compared. */
    boolean isCoveredBy(Collection<PartitionBound> bounds) {
        List<String> others = bounds.stream()
                .filter(bound -> bound.parent.equals(parent))
                .map(PartitionBound::values)
                .toList();
        return others.contains("")
                || others.contains(values)
                || (LIST.matcher(values).matches() && isListed(others))
                || isWithin(others)
                || (HASH.matcher(values).matches() && isHashed(others));
    }

    private boolean isListed(List<String> others) {
        List<String> listed = new ArrayList<>();
        others.forEach(other -> listed.addAll(literals(other)));
        return listed.containsAll(literals(values));
    }

    private static List<String> literals(String bound) {
        Matcher list = LIST.matcher(bound);
        return list.matches()
                ? LITERAL.matcher(list.group(1))
                        .results()
                        .map(literal -> literal.group())
                        .toList()
                : List.of();
    }

    /** Goes from the lower end on through those that follow each other. */
    private boolean isWithin(List<String> others) {
        Matcher own = RANGE.matcher(values);
        if (!own.matches()) {
            return false;
        }
        String reached = own.group(1);
        String end = own.group(2);
        boolean goesOn = true;
        while (goesOn && !isUpTo(end, reached)) {
            goesOn = false;
            for (String other : others) {
                Matcher range = RANGE.matcher(other);
                if (range.matches() && goesOnFrom(reached, range.group(1), range.group(2))) {
                    reached = range.group(2);
                    goesOn = true;
                }
            }
        }
        return isUpTo(end, reached);
    }

    /** Whether a range begins at a value or before it, and ends behind it: each step leads further. */
    private static boolean goesOnFrom(String value, String from, String to) {
        return from.equals(value) || (isUpTo(from, value) && isUpTo(value, to) && !to.equals(value));
    }

    /** Whether a value is not greater than another one; false if that is not known. */
    private static boolean isUpTo(String value, String other) {
        if (value.equals(other) || value.equals("MINVALUE") || other.equals("MAXVALUE")) {
            return true;
        }
        if (value.length() == other.length()
                && ORDERED.matcher(value).matches()
                && ORDERED.matcher(other).matches()) {
            return value.compareTo(other) <= 0;
        }
        Optional<BigDecimal> number = number(value);
        Optional<BigDecimal> most = number(other);
        return number.isPresent() && most.isPresent() && number.get().compareTo(most.get()) <= 0;
    }

    private static Optional<BigDecimal> number(String literal) {
        try {
            return Optional.of(new BigDecimal(literal));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether one takes all rows of the same remainder, or several share them. */
    private boolean isHashed(List<String> others) {
        long[] own = hash(values);
        double covered = 0;
        for (String other : others) {
            if (HASH.matcher(other).matches()) {
                long[] hash = hash(other);
                if (own[0] % hash[0] == 0 && own[1] % hash[0] == hash[1]) {
                    return true;
                }
                if (hash[0] % own[0] == 0 && hash[1] % own[0] == own[1]) {
                    covered += (double) own[0] / hash[0];
                }
            }
        }
        return covered >= 1;
    }

    private static long[] hash(String bound) {
        Matcher hash = HASH.matcher(bound);
        return hash.matches()
                ? new long[] {Long.parseLong(hash.group(1)), Long.parseLong(hash.group(2))}
                : new long[] {1, 0};
    }
}
