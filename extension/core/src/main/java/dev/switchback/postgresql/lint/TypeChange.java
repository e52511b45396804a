package dev.switchback.postgresql.lint;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The change of a column's type, both as the server writes them. */
final class TypeChange {

    private static final Pattern TYPE = Pattern.compile(
            "(?<name>[a-z ]+?)(?:\\((?<limit>\\d+)(?:,(?<scale>-?\\d+))?\\))?(?<zone> with(?:out)? time zone)?");
    private static final Set<String> LIMITED = Set.of(
            "character varying",
            "bit varying",
            "numeric",
            "interval",
            "time without time zone",
            "time with time zone",
            "timestamp without time zone",
            "timestamp with time zone");

    /** A type of which a longer one stores the same: its limit is how long or exact values may be. */
    private record Limited(String name, int limit, String scale) {

        static Limited of(String type) {
            Matcher parts = TYPE.matcher(type.equals("text") ? "character varying" : type);
            if (!parts.matches()) {
                return new Limited(type, 0, "");
            }
            String limit = parts.group("limit");
            return new Limited(
                    parts.group("name") + (parts.group("zone") == null ? "" : parts.group("zone")),
                    limit == null || isMostOfSeconds(parts.group("name"), limit)
                            ? Integer.MAX_VALUE
                            : Integer.parseInt(limit),
                    String.valueOf(parts.group("scale")));
        }
    }

    private static boolean isMostOfSeconds(String name, String limit) {
        return limit.equals("6") && (name.startsWith("time") || name.equals("interval"));
    }

    private TypeChange() {}

    /**
     * Whether the server takes the rows as they are: it neither stores a value otherwise nor looks at any. It may do so for
     * others, too.
     */
    static boolean keepsRows(String before, String after) {
        Limited from = Limited.of(before);
        Limited to = Limited.of(after);
        return (before.equals("cidr") && after.equals("inet")) || isLonger(from, to);
    }

    private static boolean isLonger(Limited from, Limited to) {
        boolean isUnlimited = to.limit() == Integer.MAX_VALUE;
        boolean hasRoom = from.limit() <= to.limit() && from.scale().equals(to.scale());
        return from.name().equals(to.name()) && LIMITED.contains(to.name()) && (isUnlimited || hasRoom);
    }
}
