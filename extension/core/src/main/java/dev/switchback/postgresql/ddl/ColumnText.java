package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.ddl.Identifiers.quote;

import dev.switchback.schema.SchemaObject;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A column as CREATE TABLE and ADD COLUMN want it. */
final class ColumnText {

    /** What the text says; all else is altered afterwards. */
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

    private static final Pattern IDENTITY = Pattern.compile("(always|by default)(?: \\((.*)\\))?");
    private static final Pattern SEQUENCE_NAME =
            Pattern.compile("(?:^| )sequence name (.*?)(?= (?:increment|minvalue|maxvalue|start|cache|cycle)\\b|$)");
    private static final Pattern SEQUENCE_TYPE = Pattern.compile("^as (smallint|integer|bigint)\\b ?");

    private ColumnText() {}

    static String of(SchemaObject column, Task task) {
        StringBuilder text = new StringBuilder(quote(column.name().name())).append(' ');
        boolean serial = Serials.sequence(column, task).isPresent();
        text.append(serial ? Serials.type(column) : column.attribute("type"));
        append(text, " COLLATE ", column.attribute("collation"));
        text.append(Options.foreign(column.attribute("foreign options")));
        if (!serial) {
            append(text, " DEFAULT ", column.attribute("default"));
            append(text, " GENERATED ALWAYS AS ", generated(column.attribute("generated")));
            append(text, " GENERATED ", identity(column));
            append(text, "", nullability(column));
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

    /** {@code ALWAYS AS IDENTITY (INCREMENT BY 5)}. */
    static String identity(SchemaObject column) {
        Matcher identity = IDENTITY.matcher(column.attribute("identity"));
        if (!identity.matches()) {
            return "";
        }
        String options = sequenceOptions(column);
        return identity.group(1).toUpperCase(Locale.ROOT) + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + options + ")");
    }

    static String identityKind(SchemaObject column) {
        Matcher identity = IDENTITY.matcher(column.attribute("identity"));
        return identity.matches() ? identity.group(1).toUpperCase(Locale.ROOT) : "";
    }

    /** What CREATE can say about the sequence of an identity column. */
    private static String sequenceOptions(SchemaObject column) {
        Matcher identity = IDENTITY.matcher(column.attribute("identity"));
        String options = identity.matches() && identity.group(2) != null ? identity.group(2) : "";
        Matcher name = SEQUENCE_NAME.matcher(SEQUENCE_TYPE.matcher(options).replaceFirst(""));
        StringBuilder said = new StringBuilder();
        if (name.find()) {
            name.appendReplacement(
                    said,
                    Matcher.quoteReplacement(" SEQUENCE NAME "
                            + Identifiers.qualified(column.name().schema(), name.group(1))));
            name.appendTail(said);
            return upper(said.toString().strip());
        }
        return SEQUENCE_TYPE.matcher(options).replaceFirst("").toUpperCase(Locale.ROOT);
    }

    private static String upper(String options) {
        Matcher rest = Pattern.compile(" (increment|minvalue|maxvalue|start|cache|cycle)\\b.*$")
                .matcher(options);
        return rest.find() ? options.substring(0, rest.start()) + rest.group().toUpperCase(Locale.ROOT) : options;
    }

    /** The sequence of an identity column, unqualified and without quotes. */
    static String sequenceName(SchemaObject column) {
        Matcher identity = IDENTITY.matcher(column.attribute("identity"));
        if (identity.matches() && identity.group(2) != null) {
            Matcher name = SEQUENCE_NAME.matcher(
                    SEQUENCE_TYPE.matcher(identity.group(2)).replaceFirst(""));
            if (name.find()) {
                return name.group(1);
            }
        }
        return column.name().parent() + "_" + column.name().name() + "_seq";
    }

    /** The type of the sequence of an identity column; that of the column, unless it is another. */
    static String sequenceType(SchemaObject column) {
        Matcher identity = IDENTITY.matcher(column.attribute("identity"));
        if (identity.matches() && identity.group(2) != null) {
            Matcher type = SEQUENCE_TYPE.matcher(identity.group(2));
            if (type.find()) {
                return type.group(1);
            }
        }
        return column.attribute("type");
    }

    private static String nullability(SchemaObject column) {
        String nullability = column.attribute("nullability");
        if (nullability.isEmpty() || nullability.contains("not valid")) {
            return "";
        }
        String name = column.attribute("not null constraint");
        return (name.isEmpty() ? "" : " CONSTRAINT " + quote(name)) + " " + nullability.toUpperCase(Locale.ROOT);
    }

    private static void append(StringBuilder text, String words, String value) {
        if (!value.isEmpty()) {
            text.append(words).append(value);
        }
    }
}
