package dev.switchback.filling;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * A condition that generated rows must meet beside those of the schema: {@code order_total >= 0}.
 *
 * @param target the column, table and column, or domain, with which it begins
 * @param condition the whole condition, in SQL
 * @param place where it was said; empty if in code
 */
@API(status = API.Status.INTERNAL)
public record RowHint(String target, String condition, String place) {

    private static final String NAME = "(?:\"(?:[^\"]|\"\")+\"|[\\p{L}_][\\p{L}\\p{N}_$]*)";
    private static final Pattern TARGET =
            Pattern.compile("(" + NAME + "(?:\\." + NAME + "){0,2})\\s*(\\S.*)", Pattern.DOTALL);

    /**
     * Reads a hint.
     *
     * @throws IllegalArgumentException if it does not begin with a name, or says nothing about it
     */
    public static RowHint of(String text, String place) {
        Matcher parts = TARGET.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    ("%s\"%s\" is no hint for generated rows. Write a column, table and column, or domain, and a condition"
                                    + " on it: orders.total >= 0")
                            .formatted(place.isEmpty() ? "" : place + ": ", text.strip()));
        }
        return new RowHint(parts.group(1), text.strip(), place);
    }

    /** The same; empty if it does not begin with a name, or says nothing about it. */
    public static Optional<RowHint> read(String text, String place) {
        return TARGET.matcher(text.strip()).matches() ? Optional.of(of(text, place)) : Optional.empty();
    }

    /**
     * A condition on the rows of a table.
     *
     * @param table its qualified name
     * @param column one of its columns
     */
    public static RowHint onTable(String table, String column, String condition) {
        int dot = table.indexOf('.');
        String target = Stream.of(table.substring(0, dot), table.substring(dot + 1), column)
                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining("."));
        String same = target.substring(target.lastIndexOf(".\"") + 1);
        return new RowHint(target, "%s IS NOT DISTINCT FROM %s AND %s".formatted(target, same, condition), "");
    }

    /** Where it was said, and what. */
    @Override
    public String toString() {
        return place.isEmpty() ? "the hint \"" + condition + "\"" : "the hint \"" + condition + "\" (" + place + ")";
    }
}
