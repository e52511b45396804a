package dev.switchback.postgresql.filling;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Plain values of types that are made of nothing else, counted: another number gives another value, as far as the type has any. */
final class PlainValues {

    private static final LocalDate FIRST_DAY = LocalDate.of(2020, 1, 1);
    private static final int LONGEST_TEXT = 60;

    private PlainValues() {}

    /** The value of this number; empty if the type is not known. */
    static Optional<String> of(ValueType type, int modifier, String column, long n) {
        return Optional.ofNullable(
                switch (type.shortName()) {
                    case "boolean" -> n % 2 == 0 ? "true" : "false";
                    case "smallint" -> Long.toString(1 + n % 32_000);
                    case "integer" -> Long.toString(1 + n % 2_000_000_000);
                    case "bigint", "oid", "xid8" -> Long.toString(1 + n);
                    case "numeric" -> numeric(modifier, n);
                    case "real", "double precision", "money" -> 1 + n + ".5";
                    case "text", "character varying", "citext", "name" -> text(length(type, modifier), column, n);
                    case "character" -> text(modifier < 0 ? 1 : modifier - 4, column, n);
                    case "\"char\"" -> letters(n, 1);
                    case "bytea" -> "\\x" + HexFormat.of().formatHex(("a" + n).getBytes(StandardCharsets.US_ASCII));
                    case "uuid" -> uuid(column, n);
                    case "json", "jsonb" -> "{\"n\": " + n + "}";
                    case "xml" -> "<a>" + n + "</a>";
                    case "jsonpath" -> "$.a" + n;
                    case "bit" -> bits(modifier < 0 ? 1 : modifier, n);
                    case "bit varying" -> bits(modifier < 0 ? 8 : Math.min(modifier, 64), n);
                    case "tsvector" -> "word" + n;
                    case "tsquery" -> "'word" + n + "'";
                    case "hstore" -> "n=>" + n;
                    case "ltree" -> "top.n" + n;
                    case "lquery" -> "top.*{" + n % 100 + "}";
                    default ->
                        moment(type.shortName(), n)
                                .or(() -> place(type.shortName(), n))
                                .orElse(null);
                });
    }

    private static Optional<String> moment(String type, long n) {
        LocalDateTime hour = FIRST_DAY.atStartOfDay().plusHours(n % 5_000_000);
        return Optional.ofNullable(
                switch (type) {
                    case "date" -> FIRST_DAY.plusDays(n % 1_000_000).toString();
                    case "timestamp without time zone" -> hour.toString();
                    case "timestamp with time zone" -> hour + "Z";
                    case "time without time zone" -> clock(n);
                    case "time with time zone" -> clock(n) + "+00";
                    case "interval" -> n % 1_000_000 + 1 + " hours";
                    default -> null;
                });
    }

    private static String clock(long n) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", n / 3600 % 24, n / 60 % 60, n % 60);
    }

    private static Optional<String> place(String type, long n) {
        long low = n % 256;
        long middle = n / 256 % 256;
        return Optional.ofNullable(
                switch (type) {
                    case "inet" -> "10.%s.%s.%s".formatted(n / 65536 % 256, middle, low);
                    case "cidr" -> "10.%s.%s.0/24".formatted(middle, low);
                    case "macaddr" -> "02:00:00:%02x:%02x:%02x".formatted(n / 65536 % 256, middle, low);
                    case "macaddr8" -> "02:00:00:ff:fe:%02x:%02x:%02x".formatted(n / 65536 % 256, middle, low);
                    case "point" -> "(" + n + "," + n + ")";
                    case "line" -> "{1,-1," + n + "}";
                    case "lseg" -> "[(%1$s,0),(%1$s,1)]".formatted(n);
                    case "box" -> "(%s,1),(%s,0)".formatted(2 * n + 1, 2 * n);
                    case "path", "polygon" -> "((%1$s,0),(%1$s,1),(%2$s,1))".formatted(n, n + 1);
                    case "circle" -> "<(" + 4 * n + ",0),1>";
                    case "pg_lsn" -> "0/" + Long.toHexString(n + 1);
                    case "xid", "cid" -> Long.toString(3 + n % 1000);
                    case "tid" -> "(0," + (1 + n % 1000) + ")";
                    case "pg_snapshot", "txid_snapshot" -> (1 + n) + ":" + (1 + n) + ":";
                    case "regclass" -> List.of("pg_class", "pg_type", "pg_proc").get((int) (n % 3));
                    case "regtype" -> List.of("integer", "text", "boolean").get((int) (n % 3));
                    case "regrole" -> "pg_monitor";
                    case "regproc" -> "now";
                    case "regnamespace" -> "pg_catalog";
                    case "regconfig" -> "simple";
                    default -> null;
                });
    }

    /** How many characters a text may have; many, if nothing limits it. */
    static int length(ValueType type, int modifier) {
        if (type.shortName().equals("character")) {
            return modifier < 0 ? 1 : modifier - 4;
        }
        return modifier < 0 || !type.shortName().equals("character varying") ? Integer.MAX_VALUE : modifier - 4;
    }

    /** {@code name 3}, or letters alone where that is too long. */
    private static String text(int most, String column, long n) {
        String words = column + " " + (n + 1);
        return words.length() <= Math.min(most, LONGEST_TEXT) ? words : letters(n, Math.min(most, 8));
    }

    /** The number in letters: of as many as there are at most, the last ones counting. */
    private static String letters(long n, int length) {
        StringBuilder text = new StringBuilder();
        long rest = n;
        do {
            text.insert(0, (char) ('a' + rest % 26));
            rest /= 26;
        } while (rest > 0 && text.length() < length);
        return text.toString();
    }

    private static String numeric(int modifier, long n) {
        if (modifier < 0) {
            return 1 + n + ".5";
        }
        int scale = scale(modifier);
        int whole = precision(modifier) - scale;
        BigInteger count = BigInteger.TEN.pow(Math.max(1, Math.min(precision(modifier), 18)));
        return whole > 0
                ? BigInteger.valueOf(1 + n).mod(BigInteger.TEN.pow(Math.min(whole, 18))) + (scale > 0 ? ".5" : "")
                : new BigDecimal(BigInteger.valueOf(1 + n).mod(count), scale).toPlainString();
    }

    static int precision(int modifier) {
        return (modifier - 4) >> 16 & 0xFFFF;
    }

    /** It may be negative since PostgreSQL 15. */
    static int scale(int modifier) {
        return (((modifier - 4) & 0x7FF) ^ 1024) - 1024;
    }

    private static String bits(int length, long n) {
        StringBuilder text = new StringBuilder();
        for (int i = length - 1; i >= 0; i--) {
            text.append(i < Long.SIZE ? n >> i & 1 : 0);
        }
        return text.toString();
    }

    private static String uuid(String column, long n) {
        return "%08x-0000-4000-8000-%012x".formatted(column.hashCode(), n & 0xFFFFFFFFFFFFL);
    }
}
