package dev.switchback.postgresql;

import dev.switchback.postgresql.sql.PostgresLanguage;
import dev.switchback.schema.compatibility.ColumnTypes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of PostgreSQL of which one holds another. */
final class PostgresColumnTypes implements ColumnTypes {

    private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");
    private static final List<String> FLOATS = List.of("real", "double precision");
    private static final Pattern NEXT_VALUE = Pattern.compile("nextval\\('(?:[^']|'')+'::regclass\\)");
    private static final Pattern ALWAYS_ANOTHER =
            Pattern.compile("\\b(nextval|gen_random_uuid|uuid_generate_\\w+|uuidv\\d)\\(");
    private static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int DIGITS_OF_SECONDS = 6;

    @Override
    public Set<String> builtIn() {
        return PostgresLanguage.builtInTypes();
    }

    /** A type in the server's words; {@code timestamp(3) without time zone} has its limit in the middle. */
    private record Type(String name, Optional<Integer> limit, int scale, String array) {

        private static final Pattern TEXT =
                Pattern.compile("(?<name>[a-z ]+?)(?:\\((?<limit>\\d+)(?:,(?<scale>-?\\d+))?\\))?"
                        + "(?<zone> with(?:out)? time zone)?(?<array>(?:\\[])*)");

        static Optional<Type> of(String text) {
            Matcher type = TEXT.matcher(text.replace("character varying", "varchar"));
            if (!type.matches()) {
                return Optional.empty();
            }
            String scale = type.group("scale");
            String zone = type.group("zone");
            return Optional.of(new Type(
                    type.group("name") + (zone == null ? "" : zone),
                    Optional.ofNullable(type.group("limit")).map(Integer::valueOf),
                    scale == null ? 0 : Integer.parseInt(scale),
                    type.group("array")));
        }

        boolean holds(Type other) {
            return array.equals(other.array) && (name.equals(other.name) ? hasRoomFor(other) : isOfMoreThan(other));
        }

        private boolean hasRoomFor(Type other) {
            return switch (name) {
                case "numeric" -> limit.isEmpty() || (other.limit.isPresent() && hasDigitsFor(other));
                case "varchar", "bit varying" -> limit.orElse(UNLIMITED) >= other.limit.orElse(UNLIMITED);
                case "interval",
                        "time without time zone",
                        "time with time zone",
                        "timestamp without time zone",
                        "timestamp with time zone" ->
                    limit.orElse(DIGITS_OF_SECONDS) >= other.limit.orElse(DIGITS_OF_SECONDS);
                default -> limit.equals(other.limit);
            };
        }

        private boolean hasDigitsFor(Type other) {
            return scale >= other.scale && limit.orElseThrow() - scale >= other.limit.orElseThrow() - other.scale;
        }

        private boolean isOfMoreThan(Type other) {
            return switch (name) {
                case "text" -> other.name.equals("varchar");
                case "varchar" -> limit.isEmpty() && other.name.equals("text");
                default -> isLater(INTEGERS, other) || isLater(FLOATS, other);
            };
        }

        private boolean isLater(List<String> types, Type other) {
            return types.contains(other.name) && types.indexOf(name) > types.indexOf(other.name);
        }
    }

    @Override
    public boolean holds(String wider, String narrower) {
        return Type.of(wider)
                .flatMap(type -> Type.of(narrower).map(type::holds))
                .orElse(false);
    }

    @Override
    public boolean isNextValue(String expression) {
        return NEXT_VALUE.matcher(expression).matches();
    }

    @Override
    public boolean isAlwaysAnother(String expression) {
        return ALWAYS_ANOTHER.matcher(expression).find();
    }
}
