package dev.switchback.postgresql.ddl;

import dev.switchback.schema.SchemaObject;
import java.util.Locale;
import java.util.Map;

/** Privileges on what the server or an extension brings: it is there, whatever is said of it. */
final class BuiltInWriter implements KindWriter {

    /** What GRANT calls a kind that is called otherwise where it is described. */
    private static final Map<String, String> WORDS = Map.of(
            "aggregate", "FUNCTION",
            "composite type", "TYPE",
            "foreign table", "TABLE",
            "foreign-data wrapper", "FOREIGN DATA WRAPPER",
            "materialized view", "TABLE",
            "server", "FOREIGN SERVER",
            "view", "TABLE");

    @Override
    public boolean create(SchemaObject object, DdlContext task) {
        alter(Alteration.ofNew(object), task);
        return true;
    }

    @Override
    public void drop(SchemaObject object, DdlContext task) {
        alter(Alteration.between(object, Alteration.ofNew(object).before()), task);
    }

    @Override
    public void alter(Alteration alteration, DdlContext task) {
        SchemaObject object = alteration.after();
        String kind = object.attribute("kind");
        String name = object.name().name().substring(kind.length());
        task.privileges(
                alteration, "grants", "revoked", WORDS.getOrDefault(kind, kind.toUpperCase(Locale.ROOT)) + name, "");
    }
}
