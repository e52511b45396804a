package dev.switchback.postgresql.ddl;

import dev.switchback.schema.SchemaObject;
import java.util.Locale;
import java.util.Map;

/** Privileges on what the server or an extension brings: it is there, whatever is said of it. */
final class BuiltInWriter implements KindWriter {

    /** The words of GRANT for kinds that are called otherwise where they are described. */
    private static final Map<String, String> WORDS = Map.of(
            "aggregate ", "FUNCTION ",
            "composite type ", "TYPE ",
            "foreign table ", "TABLE ",
            "foreign-data wrapper ", "FOREIGN DATA WRAPPER ",
            "materialized view ", "TABLE ",
            "server ", "FOREIGN SERVER ",
            "view ", "TABLE ");

    @Override
    public boolean create(SchemaObject object, DdlContext context) {
        alter(Alteration.ofNew(object), context);
        return true;
    }

    @Override
    public void drop(SchemaObject object, DdlContext context) {
        alter(Alteration.between(object, Alteration.ofNew(object).before()), context);
    }

    @Override
    public void alter(Alteration alteration, DdlContext context) {
        SchemaObject object = alteration.after();
        context.privileges(alteration, "grants", "revoked", called(object.name().name()), "");
    }

    private static String called(String name) {
        for (Map.Entry<String, String> word : WORDS.entrySet()) {
            if (name.startsWith(word.getKey())) {
                return word.getValue() + name.substring(word.getKey().length());
            }
        }
        int blank = name.indexOf(' ');
        return name.substring(0, blank).toUpperCase(Locale.ROOT) + name.substring(blank);
    }
}
