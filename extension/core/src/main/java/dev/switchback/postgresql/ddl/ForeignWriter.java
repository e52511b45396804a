package dev.switchback.postgresql.ddl;

import static dev.switchback.postgresql.SqlName.quoteIfNeeded;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.Locale;

/** Foreign data wrappers and servers; options of user mappings hold passwords, which nobody knows. */
final class ForeignWriter implements KindWriter {

    @Override
    public boolean create(SchemaObject object, DdlContext context) {
        if (object.kind() == ObjectKind.USER_MAPPING) {
            return false;
        }
        String create = "CREATE " + context.address().typed(object.name());
        String definition = object.definition();
        if (object.kind() == ObjectKind.FOREIGN_SERVER) {
            KeywordReader words = words(object);
            create += part(" TYPE ", words.get("type")) + part(" VERSION ", words.get("version"))
                    + " FOREIGN DATA WRAPPER " + quoteIfNeeded(words.get("wrapper"));
        } else {
            KeywordReader words = new KeywordReader(definition, "handler", "validator");
            create += part(" HANDLER ", words.get("handler")) + part(" VALIDATOR ", words.get("validator"));
        }
        context.draft().add(object.kind(), create + ObjectOptions.foreign(object.attribute("options")));
        common(Alteration.ofNew(object, "options"), context);
        return true;
    }

    private static KeywordReader words(SchemaObject server) {
        return new KeywordReader(server.definition(), "type", "version", "wrapper");
    }

    private static String part(String word, String value) {
        return value.isEmpty() ? "" : word.toUpperCase(Locale.ROOT) + value;
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject object = alteration.after();
        String alter = "ALTER " + context.address().typed(object.name());
        if (alteration.take("options")) {
            context.draft()
                    .add(
                            object.kind(),
                            alter + ObjectOptions.foreignChange(alteration.from("options"), alteration.to("options")));
        }
        if (object.kind() == ObjectKind.FOREIGN_SERVER && alteration.take("definition")) {
            String version = words(object).get("version");
            context.draft().add(object.kind(), alter + " VERSION " + (version.isEmpty() ? "NULL" : version));
        }
        common(alteration, context);
    }

    private static void common(Alteration alteration, DdlContext context) {
        String name = StatementName.of(alteration.after().name());
        boolean server = alteration.after().kind() == ObjectKind.FOREIGN_SERVER;
        context.common(alteration, (server ? "FOREIGN SERVER " : "FOREIGN DATA WRAPPER ") + name);
    }
}
