package dev.switchback.schema.rules;

import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import java.util.List;
import java.util.regex.Pattern;

/** Finds columns, domains and ranges of timestamps that do not say of which time zone. */
final class LocalTimestamps {

    static final SchemaRule RULE = SchemaRule.of(
            "no-timestamp-without-time-zone",
            "No column, domain or range is of type timestamp without time zone.",
            "Such a value is no moment: what it means depends on the settings of who wrote it and of who reads it.",
            LocalTimestamps::violations);

    private static final Pattern LOCAL =
            Pattern.compile("(timestamp(\\(\\d\\))? without time zone|tsrange|tsmultirange)(\\[])*");
    private static final String WITHOUT = "without time zone";

    private LocalTimestamps() {}

    private static List<Violation> violations(Schema schema) {
        ParentTables parents = new ParentTables(schema);
        return schema.objects().stream()
                .filter(object -> LOCAL.matcher(type(object)).matches())
                .filter(object -> !parents.isInherited(object.name()) && !isOfView(schema, object))
                .map(object -> new Violation(object.name(), "is of type " + type(object), mend(schema, object)))
                .toList();
    }

    private static String type(SchemaObject object) {
        return switch (object.kind()) {
            case COLUMN, DOMAIN -> object.attribute("type");
            case RANGE_TYPE -> object.attribute("subtype");
            default -> "";
        };
    }

    /** A view shows what its tables have, and goes with them. */
    private static boolean isOfView(Schema schema, SchemaObject object) {
        return parent(schema, object, ObjectKind.VIEW) || parent(schema, object, ObjectKind.MATERIALIZED_VIEW);
    }

    private static boolean parent(Schema schema, SchemaObject object, ObjectKind kind) {
        return schema.parentOf(object.name())
                .filter(parent -> parent.kind() == kind)
                .isPresent();
    }

    private static String mend(Schema schema, SchemaObject object) {
        String type = type(object);
        String wanted = type.replace(WITHOUT, "with time zone")
                .replace("tsrange", "tstzrange")
                .replace("tsmulti", "tstzmulti");
        if (!parent(schema, object, ObjectKind.TABLE) || !type.endsWith(WITHOUT)) {
            return "Make it %s.".formatted(wanted);
        }
        String column = SqlNames.quoted(object.name().name());
        return "ALTER TABLE %s ALTER COLUMN %s TYPE %s USING %s AT TIME ZONE '<the zone that is meant>';"
                .formatted(SqlNames.quotedParent(object.name()), column, wanted, column);
    }
}
