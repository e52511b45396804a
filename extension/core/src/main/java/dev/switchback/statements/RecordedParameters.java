package dev.switchback.statements;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.JDBCType;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that a prepared statement has been given, with the types that drivers send with them. A type that depends on the
 * driver is left to the server, which finds it where the parameter is used.
 */
final class RecordedParameters {

    private static final Map<String, String> BY_SETTER = Map.of(
            "setString", "varchar",
            "setNString", "varchar",
            "setInt", "integer",
            "setLong", "bigint",
            "setShort", "smallint",
            "setByte", "smallint",
            "setBoolean", "boolean",
            "setFloat", "real",
            "setDouble", "double precision",
            "setBigDecimal", "numeric");

    private static final Map<Class<?>, String> BY_CLASS = Map.ofEntries(
            Map.entry(String.class, "varchar"),
            Map.entry(Character.class, "varchar"),
            Map.entry(Integer.class, "integer"),
            Map.entry(Long.class, "bigint"),
            Map.entry(Short.class, "smallint"),
            Map.entry(Byte.class, "smallint"),
            Map.entry(Boolean.class, "boolean"),
            Map.entry(Float.class, "real"),
            Map.entry(Double.class, "double precision"),
            Map.entry(BigDecimal.class, "numeric"),
            Map.entry(BigInteger.class, "numeric"),
            Map.entry(UUID.class, "uuid"),
            Map.entry(LocalDate.class, "date"),
            Map.entry(LocalTime.class, "time"),
            Map.entry(LocalDateTime.class, "timestamp"),
            Map.entry(OffsetDateTime.class, "timestamp with time zone"),
            Map.entry(byte[].class, "varbinary"));

    private static final Map<Integer, String> BY_NUMBER = Map.ofEntries(
            Map.entry(Types.VARCHAR, "varchar"),
            Map.entry(Types.LONGVARCHAR, "varchar"),
            Map.entry(Types.NVARCHAR, "varchar"),
            Map.entry(Types.INTEGER, "integer"),
            Map.entry(Types.BIGINT, "bigint"),
            Map.entry(Types.SMALLINT, "smallint"),
            Map.entry(Types.TINYINT, "smallint"),
            Map.entry(Types.BOOLEAN, "boolean"),
            Map.entry(Types.BIT, "boolean"),
            Map.entry(Types.REAL, "real"),
            Map.entry(Types.DOUBLE, "double precision"),
            Map.entry(Types.FLOAT, "double precision"),
            Map.entry(Types.NUMERIC, "numeric"),
            Map.entry(Types.DECIMAL, "numeric"),
            Map.entry(Types.DATE, "date"),
            Map.entry(Types.TIMESTAMP_WITH_TIMEZONE, "timestamp with time zone"),
            Map.entry(Types.VARBINARY, "varbinary"),
            Map.entry(Types.BINARY, "varbinary"));

    private static final List<Class<?>> ONCE =
            List.of(InputStream.class, Reader.class, Blob.class, Clob.class, SQLXML.class, RowId.class);

    private final Map<Integer, StatementValue> values = new TreeMap<>();

    /** Follows a call of the statement. */
    synchronized void see(String method, Object[] arguments) {
        if (method.equals("clearParameters")) {
            values.clear();
        } else if (method.startsWith("set") && arguments.length >= 2 && arguments[0] instanceof Integer place) {
            values.put(place, value(method, arguments));
        }
    }

    /** The values of so many parameters from one on; unknown ones for those that were not set. */
    synchronized List<StatementValue> values(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(place -> values.getOrDefault(place, StatementValue.unknown("")))
                .toList();
    }

    private static StatementValue value(String setter, Object[] arguments) {
        if (setter.equals("setNull")) {
            return StatementValue.ofNull(byNumber((Integer) arguments[1]));
        }
        Object value = arguments[1];
        String type = type(setter, value, arguments.length > 2 ? arguments[2] : null);
        return value == null
                ? StatementValue.ofNull(type)
                : text(value).map(text -> StatementValue.of(text, type)).orElse(StatementValue.unknown(type));
    }

    private static String type(String setter, @Nullable Object value, @Nullable Object asked) {
        if (value instanceof Array array) {
            return typeOf(array);
        }
        if (!setter.equals("setObject")) {
            return value instanceof byte[] ? "varbinary" : BY_SETTER.getOrDefault(setter, "");
        }
        if (asked instanceof Integer number) {
            return byNumber(number);
        } else if (asked instanceof SQLType sqlType) {
            return sqlType instanceof JDBCType known ? byNumber(known.getVendorTypeNumber()) : "";
        }
        return value == null ? "" : BY_CLASS.getOrDefault(value.getClass(), "");
    }

    private static String byNumber(int type) {
        return BY_NUMBER.getOrDefault(type, "");
    }

    private static String typeOf(Array array) {
        try {
            return array.getBaseTypeName() + "[]";
        } catch (SQLException unknown) {
            return "";
        }
    }

    /** The value as text; empty if it is a stream or the like, which may be read once. */
    private static Optional<String> text(Object value) {
        if (value instanceof byte[] bytes) {
            return Optional.of("\\x" + HexFormat.of().formatHex(bytes));
        }
        return ONCE.stream().anyMatch(type -> type.isInstance(value))
                ? Optional.empty()
                : Optional.ofNullable(value.toString());
    }
}
