package dev.switchback.postgresql.ddl;

import dev.switchback.postgresql.SqlName;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Lists of names as the catalog has them, {@code a, b}. */
final class ListedNames {

    private ListedNames() {}

    /** A list of names with quotes where they need them. */
    static String quoteEach(String list) {
        return split(list).stream().map(SqlName::quoteIfNeeded).collect(Collectors.joining(", "));
    }

    static List<String> split(String list) {
        return list.isEmpty() ? List.of() : Arrays.asList(list.split(", "));
    }
}
