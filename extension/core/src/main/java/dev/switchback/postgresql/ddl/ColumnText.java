package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.SchemaObject;
import java.util.Locale;

/** A column as CREATE TABLE and ADD COLUMN want it. */
final class ColumnText {

    /** The attributes that the text says; all else is altered afterwards. */
    static final String[] SAID = {
        "type",
        "nullability",
        "default",
        "generated",
        "identity",
        "collation",
        "foreign options",
        "not null constraint",
        "inherited",
        "position"
    };

    private ColumnText() {}

    static String of(SchemaObject column, DdlContext context) {
        StringBuilder text = new StringBuilder(quoteIfNeeded(column.name().name())).append(' ');
        boolean serial = SerialShorthand.sequence(column, context).isPresent();
        text.append(serial ? SerialShorthand.type(column) : column.attribute("type"));
        append(text, " COLLATE ", column.attribute("collation"));
        text.append(ObjectOptions.foreign(column.attribute("foreign options")));
        if (!serial) {
            append(text, " DEFAULT ", column.attribute("default"));
            append(text, " GENERATED ALWAYS AS ", generated(column.attribute("generated")));
            append(text, " GENERATED ", Identity.of(column).map(Identity::text).orElse(""));
            append(text, "", nullability(column, context));
        }
        return text.toString();
    }

    /** {@code (price * 2) STORED}. */
    static String generated(String generated) {
        int blank = generated.lastIndexOf(' ');
        return blank < 0
                ? ""
                : generated.substring(0, blank) + generated.substring(blank).toUpperCase(Locale.ROOT);
    }

    /** SET DEFAULT or DROP DEFAULT. */
    static String setDefault(SchemaObject column) {
        String value = column.attribute("default");
        return value.isEmpty() ? " DROP DEFAULT" : " SET DEFAULT " + value;
    }

    private static String nullability(SchemaObject column, DdlContext context) {
        String nullability = column.attribute("nullability");
        if (nullability.isEmpty() || nullability.contains("not valid")) {
            return "";
        }
        String own = column.attribute("not null constraint");
        String name = own.isEmpty() && context.needsName(NotNullWriter.name(column)) ? NotNullWriter.name(column) : own;
        return (name.isEmpty() ? "" : " CONSTRAINT " + quoteIfNeeded(name)) + " "
                + nullability.toUpperCase(Locale.ROOT);
    }

    private static void append(StringBuilder text, String words, String value) {
        if (!value.isEmpty()) {
            text.append(words).append(value);
        }
    }
}
