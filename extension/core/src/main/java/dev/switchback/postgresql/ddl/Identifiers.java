package dev.switchback.postgresql.ddl;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Names as SQL wants them, with quotes only where the server itself would write them. */
final class Identifiers {

    /** The words that the server quotes: all that are not free to be any name. */
    private static final Set<String> KEYWORDS = Set.of(
            """
            all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case
            cast char character check coalesce collate collation column concurrently constraint create cross
            current_catalog current_date current_role current_schema current_time current_timestamp current_user dec
            decimal default deferrable desc distinct do else end except exists extract false fetch float for foreign
            freeze from full grant greatest group grouping having ilike in initially inner inout int integer intersect
            interval into is isnull join json json_array json_arrayagg json_exists json_object json_objectagg json_query
            json_scalar json_serialize json_table json_value lateral leading least left like limit localtime
            localtimestamp merge_action national natural nchar none normalize not notnull null nullif numeric offset on
            only or order out outer overlaps overlay placing position precision primary real references returning right
            row select session_user setof similar smallint some substring symmetric system_user table tablesample then
            time timestamp to trailing treat trim true union unique user using values varchar variadic verbose when
            where window with xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot
            xmlserialize xmltable"""
                    .split("\\s+"));

    private Identifiers() {}

    static String quote(String name) {
        return isPlain(name) && !KEYWORDS.contains(name) ? name : '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Asked so often that a regular expression would be felt. */
    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char character = name.charAt(i);
            boolean isLetter = (character >= 'a' && character <= 'z') || character == '_';
            boolean isDigit = i > 0 && character >= '0' && character <= '9';
            if (!isLetter && !isDigit) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    static String qualified(String schema, String name) {
        return schema.isEmpty() ? quote(name) : quote(schema) + "." + quote(name);
    }

    /** A list of names, {@code a, b}, with quotes. */
    static String quoteEach(String list) {
        return split(list).stream().map(Identifiers::quote).collect(Collectors.joining(", "));
    }

    static List<String> split(String list) {
        return list.isEmpty() ? List.of() : Arrays.asList(list.split(", "));
    }
}
