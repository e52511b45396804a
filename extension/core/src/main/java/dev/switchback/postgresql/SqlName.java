package dev.switchback.postgresql;

import java.util.Set;

/** Names and texts quoted for SQL. */
public final class SqlName {

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

    private SqlName() {}

    /** A name in quotes. */
    public static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A name as the server itself writes it, in quotes only where it needs them. */
    public static String quoteIfNeeded(String name) {
        return isPlain(name) && !KEYWORDS.contains(name) ? name : quote(name);
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

    /** A name behind its schema, if it is in one, each in quotes where it needs them. */
    public static String qualified(String schema, String name) {
        return schema.isEmpty() ? quoteIfNeeded(name) : quoteIfNeeded(schema) + "." + quoteIfNeeded(name);
    }

    /** A text in quotes, where backslashes are letters as others. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
