package dev.switchback.schema.rules;

import dev.switchback.schema.ObjectName;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names in SQL that is suggested. */
final class SqlNames {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** Words that are likely to be names and need quotes. */
    private static final Set<String> RESERVED = Set.of(
            """
            all analyse analyze and any array as asc both case cast check collate column constraint create default desc
            distinct do else end except false fetch for foreign from full grant group having in into is join leading left
            like limit natural not null offset on only or order outer placing primary references returning right select
            some table then to trailing true union unique user using variadic when where window with"""
                    .split("\\s+"));

    private SqlNames() {}

    static String quoted(String name) {
        return PLAIN.matcher(name).matches() && !RESERVED.contains(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    static String quoted(ObjectName object) {
        return qualified(object.schema(), object.name());
    }

    static String quotedParent(ObjectName object) {
        return qualified(object.schema(), object.parent());
    }

    static String quoted(List<String> names) {
        return names.stream().map(SqlNames::quoted).collect(Collectors.joining(", "));
    }

    /** The names in a list of the catalog, where an index has quotes and a constraint has none. */
    static List<String> listed(String names) {
        return Arrays.stream(names.split(", "))
                .map(name -> name.startsWith("\"") && name.endsWith("\"") && name.length() > 1
                        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
                        : name)
                .toList();
    }

    private static String qualified(String schema, String name) {
        return schema.isEmpty() ? quoted(name) : quoted(schema) + "." + quoted(name);
    }
}
