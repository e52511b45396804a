package dev.switchback.postgresql.ddl;

import dev.switchback.schema.SchemaObject;
import java.util.Map;
import java.util.Optional;

/** Columns that are numbered by a sequence of their own, which one word makes: {@code serial}. */
final class SerialShorthand {

    private static final Map<String, String> TYPES =
            Map.of("smallint", "smallserial", "integer", "serial", "bigint", "bigserial");

    private SerialShorthand() {}

    /** The sequence that the word makes for a column; empty if that word does not say it all. */
    static Optional<SchemaObject> sequence(SchemaObject column, DdlContext context) {
        String type = column.attribute("type");
        if (!TYPES.containsKey(type) || !column.attribute("nullability").equals("not null")) {
            return Optional.empty();
        }
        return context.to().ownedBy(column).stream()
                .filter(sequence -> context.from().find(sequence.name()).isEmpty())
                .filter(sequence -> sequence.definition().equals("as " + type))
                .filter(sequence -> sequence.name()
                        .name()
                        .equals(column.name().parent() + "_" + column.name().name() + "_seq"))
                .filter(sequence -> column.attribute("default")
                        .equals("nextval('" + StatementName.of(sequence.name()) + "'::regclass)"))
                .findFirst();
    }

    static String type(SchemaObject column) {
        return TYPES.getOrDefault(column.attribute("type"), column.attribute("type"));
    }

    /** Whether a sequence comes with its column. */
    static boolean isMadeByItsColumn(SchemaObject sequence, DdlContext context) {
        return context.to()
                .column(sequence.attribute("owned by"))
                .filter(column -> context.from().find(column.name()).isEmpty())
                .flatMap(column -> sequence(column, context))
                .filter(sequence::equals)
                .isPresent();
    }
}
