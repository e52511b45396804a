package dev.switchback.postgresql.ddl;

import dev.switchback.postgresql.SqlName;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sequences on their own or of a column. */
final class SequenceWriter implements KindWriter {

    private static final String[] SAID = {
        "type", "increment", "minimum", "maximum", "start", "cache", "cycle", "persistence"
    };

    @Override
    public boolean create(SchemaObject sequence, DdlContext context) {
        Alteration rest = Alteration.ofNew(sequence, SAID);
        if (SerialShorthand.isMadeByItsColumn(sequence, context)) {
            rest.take("owned by");
        } else {
            String definition = sequence.definition();
            String persistence = sequence.attribute("persistence");
            context.draft()
                    .add(
                            sequence.kind(),
                            "CREATE " + persistence.toUpperCase(Locale.ROOT) + (persistence.isEmpty() ? "" : " ")
                                    + "SEQUENCE " + StatementName.of(sequence.name())
                                    + (definition.equals("as bigint")
                                            ? ""
                                            : " "
                                                    + definition
                                                            .replaceFirst("^as bigint ", "")
                                                            .toUpperCase(Locale.ROOT)));
        }
        alter(rest, context);
        return true;
    }

    @Override
    public void drop(SchemaObject sequence, DdlContext context) {
        boolean goesWithColumn = context.from()
                .column(sequence.attribute("owned by"))
                .filter(column -> context.to().find(column.name()).isEmpty())
                .isPresent();
        if (!goesWithColumn) {
            KindWriter.super.drop(sequence, context);
        }
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject sequence = alteration.after();
        String alter = "ALTER SEQUENCE " + StatementName.of(sequence.name());
        if (alteration.take("type", "increment", "minimum", "maximum", "start", "cache", "cycle", "definition")) {
            context.draft().add(sequence.kind(), alter + " " + String.join(" ", options(alteration)));
        }
        if (alteration.take("persistence")) {
            context.draft()
                    .add(
                            sequence.kind(),
                            alter + (alteration.to("persistence").isEmpty() ? " SET LOGGED" : " SET UNLOGGED"));
        }
        if (alteration.take("owned by")) {
            String owner = context.to()
                    .column(alteration.to("owned by"))
                    .map(column -> StatementName.parent(column.name()) + "."
                            + SqlName.quoteIfNeeded(column.name().name()))
                    .orElse("NONE");
            context.draft().add(ObjectKind.COLUMN, alter + " OWNED BY " + owner);
        }
        context.common(alteration);
    }

    private static List<String> options(Alteration alteration) {
        List<String> options = new ArrayList<>();
        if (!alteration.from("type").equals(alteration.to("type"))) {
            options.add("AS " + alteration.to("type"));
        }
        options.addAll(SequenceOptions.change(
                alteration.before().definition(), alteration.after().definition()));
        return options;
    }
}
