package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.qualified;

import dev.switchback.schema.SchemaObject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a column: how it gives numbers.
 *
 * @param kind {@code ALWAYS} or {@code BY DEFAULT}
 * @param type the type of its sequence
 * @param sequence its sequence, qualified and with quotes
 * @param hasUsualName whether the sequence is called as the server calls it
 * @param options what else is not as usual about the sequence: {@code increment by 5}
 */
record Identity(String kind, String type, String sequence, boolean hasUsualName, String options) {

    private static final Pattern TEXT = Pattern.compile("(always|by default)(?: \\("
            + "(?:as (smallint|integer|bigint) ?)?"
            + "(?:sequence name (.+?) ?(?=\\)|increment|minvalue|maxvalue|start|cache|cycle))?"
            + "((?:increment|minvalue|maxvalue|start|cache|cycle)\\b.*)?\\))?");

    static Optional<Identity> of(SchemaObject column) {
        Matcher text = TEXT.matcher(column.attribute("identity"));
        if (!text.matches()) {
            return Optional.empty();
        }
        String usual = column.name().parent() + "_" + column.name().name() + "_seq";
        Optional<String> name = Optional.ofNullable(text.group(3));
        return Optional.of(new Identity(
                text.group(1).toUpperCase(Locale.ROOT),
                Optional.ofNullable(text.group(2)).orElse(column.attribute("type")),
                qualified(column.name().schema(), name.orElse(usual)),
                name.isEmpty(),
                Optional.ofNullable(text.group(4)).orElse("")));
    }

    /** {@code ALWAYS AS IDENTITY (INCREMENT BY 5)}. */
    String text() {
        String name = hasUsualName ? "" : "SEQUENCE NAME " + sequence;
        String all = (name + " " + options.toUpperCase(Locale.ROOT)).strip();
        return kind + " AS IDENTITY" + (all.isEmpty() ? "" : " (" + all + ")");
    }
}
