package dev.switchback.postgresql.ddl;

import dev.switchback.schema.SchemaObject;
import java.util.Locale;

/** The writer of whatever extends the language of the server: casts, transforms, languages, access methods. */
final class LanguageWriter implements KindWriter {

    @Override
    public boolean create(SchemaObject object, DdlContext context) {
        context.draft().add(object.kind(), text(object, context));
        context.common(Alteration.ofNew(object));
        return true;
    }

    private static String text(SchemaObject object, DdlContext context) {
        String create = "CREATE " + context.address().typed(object.name());
        String definition = object.definition();
        return switch (object.kind()) {
            case CAST ->
                create + " "
                        + words(definition, "with", "without", "function", "inout", "as", "assignment", "implicit");
            case TRANSFORM ->
                create + " ("
                        + definition
                                .replaceFirst("from sql ", "FROM SQL WITH FUNCTION ")
                                .replaceFirst("to sql ", "TO SQL WITH FUNCTION ")
                        + ")";
            case ACCESS_METHOD -> create + " TYPE " + words(definition, "table", "index", "handler");
            default ->
                create.replaceFirst("^CREATE ", definition.startsWith("trusted ") ? "CREATE TRUSTED " : "CREATE ") + " "
                        + words(definition.replaceFirst("^trusted ", ""), "handler", "inline", "validator");
        };
    }

    /** The definition with some of its words in capitals. */
    private static String words(String definition, String... capitals) {
        String text = " " + definition + " ";
        for (String word : capitals) {
            text = text.replaceFirst(" " + word + " ", " " + word.toUpperCase(Locale.ROOT) + " ");
        }
        return text.strip();
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        if (alteration.take("definition")) {
            drop(alteration.before(), context);
            create(alteration.after(), context);
            alteration.take("owner", "comment", "grants", "revoked");
        }
        context.common(alteration);
    }
}
