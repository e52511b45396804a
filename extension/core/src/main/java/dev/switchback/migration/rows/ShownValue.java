package dev.switchback.migration.rows;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Values as messages show them: in one line, and of long ones the beginning. */
@API(status = API.Status.INTERNAL)
public final class ShownValue {

    private static final int LONGEST = 40;

    private ShownValue() {}

    /** A value of a column, in quotes if its type wants some. */
    public static String of(TableRows.Column column, @Nullable String value) {
        if (value == null) {
            return "null";
        }
        return column.isQuoted() ? "'" + shortened(value) + "'" : shortened(value);
    }

    /** A value without quotes, unless it could not be seen without. */
    static String bare(String value) {
        return value.isBlank() ? "'" + value + "'" : shortened(value);
    }

    private static String shortened(String value) {
        String line = value.replace("\n", "\\n");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "... (" + value.length() + " characters)";
    }
}
