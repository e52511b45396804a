package dev.switchback.postgresql.sql;

import dev.switchback.postgresql.sql.Token.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a type in any of the ways in which it can be written. */
final class TypeParser {

    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int8", "bigint"),
            Map.entry("int2", "smallint"),
            Map.entry("float4", "real"),
            Map.entry("float8", "double precision"),
            Map.entry("decimal", "numeric"),
            Map.entry("dec", "numeric"),
            Map.entry("bool", "boolean"),
            Map.entry("varchar", "character varying"),
            Map.entry("varbit", "bit varying"),
            Map.entry("nchar", "character"),
            Map.entry("char", "character"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timetz", "time with time zone"));

    private static final Set<String> SERIALS =
            Set.of("serial", "bigserial", "smallserial", "serial2", "serial4", "serial8");

    /** Those of the server and of the extensions that come with it or are known to many. */
    private static final Set<String> OTHERS = Stream.of(
                    "integer bigint smallint real numeric boolean money text name bytea uuid xml json jsonb jsonpath date time",
                    "timestamp interval bit float inet cidr macaddr macaddr8 point line lseg box path polygon circle tsvector",
                    "tsquery oid regclass regproc regprocedure regoper regoperator regtype regrole regnamespace regconfig",
                    "regdictionary regcollation pg_lsn pg_snapshot txid_snapshot xid xid8 cid tid int4range int8range numrange",
                    "tsrange tstzrange daterange int4multirange int8multirange nummultirange tsmultirange tstzmultirange",
                    "datemultirange bpchar character void trigger event_trigger record anyelement anyarray anyenum anyrange",
                    "cstring internal refcursor citext hstore ltree lquery ltxtquery cube seg isbn issn ean13 geometry geography",
                    "vector halfvec sparsevec")
            .flatMap(names -> Stream.of(names.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> OF_WORDS = Set.of(
            "double precision",
            "bit varying",
            "character varying",
            "national character",
            "national char",
            "national character varying",
            "time with time zone",
            "time without time zone",
            "timestamp with time zone",
            "timestamp without time zone");

    private static final List<String> INTERVAL_FIELDS = List.of(
            "year to month",
            "day to hour",
            "day to minute",
            "day to second",
            "hour to minute",
            "hour to second",
            "minute to second",
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second");

    private final Cursor cursor;

    TypeParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** The names of types that nobody has to make. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(OTHERS);
        names.addAll(OF_WORDS);
        names.addAll(ALIASES.keySet());
        INTERVAL_FIELDS.forEach(fields -> names.add("interval " + fields));
        return names;
    }

    TypeName parse() {
        if (cursor.accept("setof")) {
            TypeName type = parse();
            return new TypeName(type.schema(), "setof " + type.name(), type.modifiers(), type.fields(), type.array());
        }
        TypeName type = scalar();
        boolean array = cursor.accept("array");
        while (cursor.acceptMark("[")) {
            if (cursor.peek().sort() == Sort.NUMBER) {
                cursor.next();
            }
            cursor.expectMark("]");
            array = true;
        }
        return array ? type.toArray() : type;
    }

    private TypeName scalar() {
        Token first = cursor.next();
        if (!first.isName()) {
            throw new NotUnderstood(first.text());
        }
        String schema = "";
        if (cursor.peek().isMark(".") && cursor.peek(1).isName()) {
            cursor.next();
            schema = first.text();
            first = cursor.next();
        }
        if (schema.equals("pg_catalog")) {
            schema = "";
        }
        boolean builtIn = schema.isEmpty() && first.sort() == Sort.WORD;
        return builtIn ? builtIn(first.text()) : new TypeName(schema, quoted(schema, first), modifiers(), "", false);
    }

    /** The server's type of one byte can only be written with quotes; other names mean the same without them. */
    private static String quoted(String schema, Token name) {
        return schema.isEmpty() && name.text().equals("char") ? "\"char\"" : name.text();
    }

    private TypeName builtIn(String word) {
        if (SERIALS.contains(word)) {
            throw new IllegalArgumentException(
                    word
                            + " is not the type of a column: it is written integer, smallint or bigint with a default and a sequence.");
        }
        return switch (word) {
            case "interval" -> interval();
            case "timestamp", "time", "timestamptz", "timetz" -> time(word);
            case "float" -> floating();
            case "double" -> {
                cursor.expect("precision");
                yield plain("double precision");
            }
            case "national" -> {
                if (!cursor.accept("character")) {
                    cursor.expect("char");
                }
                yield length(cursor.accept("varying") ? "character varying" : "character");
            }
            case "character", "char", "nchar" -> length(cursor.accept("varying") ? "character varying" : "character");
            case "bpchar" -> bpchar();
            case "bit" -> length(cursor.accept("varying") ? "bit varying" : "bit");
            case "numeric", "decimal", "dec" -> numeric();
            default -> new TypeName("", ALIASES.getOrDefault(word, word), modifiers(), "", false);
        };
    }

    private static TypeName plain(String name) {
        return new TypeName("", name, List.of(), "", false);
    }

    private TypeName length(String name) {
        List<String> length = modifiers();
        return new TypeName("", name, length.isEmpty() && !name.endsWith("varying") ? List.of("1") : length, "", false);
    }

    private TypeName bpchar() {
        return new TypeName("", "character", modifiers(), "", false);
    }

    private TypeName numeric() {
        List<String> precision = modifiers();
        return new TypeName(
                "", "numeric", precision.size() == 1 ? List.of(precision.get(0), "0") : precision, "", false);
    }

    private TypeName floating() {
        List<String> digits = modifiers();
        return plain(!digits.isEmpty() && Integer.parseInt(digits.get(0)) <= 24 ? "real" : "double precision");
    }

    private TypeName time(String word) {
        List<String> precision = modifiers();
        boolean zone = word.endsWith("tz") || cursor.accept("with time zone");
        if (!zone) {
            cursor.accept("without time zone");
        }
        String name = word.startsWith("timestamp") ? "timestamp" : "time";
        return new TypeName("", name + (zone ? " with time zone" : " without time zone"), precision, "", false);
    }

    private TypeName interval() {
        List<String> precision = modifiers();
        String fields =
                INTERVAL_FIELDS.stream().filter(cursor::accept).findFirst().orElse("");
        return new TypeName("", "interval", precision.isEmpty() ? modifiers() : precision, fields, false);
    }

    private List<String> modifiers() {
        List<String> modifiers = new ArrayList<>();
        int start = cursor.position();
        if (!cursor.acceptMark("(")) {
            return modifiers;
        }
        do {
            String sign = cursor.acceptOperator("-") ? "-" : "";
            Token modifier = cursor.next();
            if (modifier.sort() != Sort.NUMBER && modifier.sort() != Sort.WORD) {
                cursor.back(start);
                return new ArrayList<>();
            }
            modifiers.add(sign + modifier.text());
        } while (cursor.acceptMark(","));
        if (!cursor.acceptMark(")")) {
            cursor.back(start);
            return new ArrayList<>();
        }
        return modifiers;
    }
}
