package dev.switchback.schema.compatibility;

import dev.switchback.schema.Change;
import dev.switchback.schema.Change.Changed;
import dev.switchback.schema.ObjectKind;
import dev.switchback.schema.SchemaObject;
import java.util.Set;

/** Whether a change is judged, harmless whatever it is, or not judged: what it does cannot be told from two schemas. */
enum Stance {
    JUDGED,
    HARMLESS,
    NOT_JUDGED;

    private static final Set<String> RIGHTS =
            Set.of("owner", "grants", "revoked", "sequence grants", "sequence revoked");
    private static final Set<String> OF_ROUTINES = Set.of("returns", "arguments", "security");
    private static final Set<String> OF_TABLES = Set.of("replica identity", "partitioned by");
    private static final Set<String> PARENTS = Set.of("partition of", "inherits");
    private static final Set<String> EXPRESSIONS = Set.of("default", "generated");

    /** The judgement on a kind of object that is new, gone, another one or renamed. */
    record Row(Stance added, Stance removed, Stance changed, Stance renamed) {}

    static Stance of(Change change) {
        Row row = of(change.name().kind());
        if (change instanceof Changed changed) {
            return ofAttribute(changed, row);
        } else if (change instanceof Change.Added) {
            return row.added();
        }
        return change instanceof Change.Removed ? row.removed() : row.renamed();
    }

    static Row of(ObjectKind kind) {
        return switch (kind) {
            case COLUMN, PRIMARY_KEY, UNIQUE, EXCLUSION, INDEX -> new Row(JUDGED, JUDGED, JUDGED, JUDGED);
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> new Row(HARMLESS, JUDGED, JUDGED, JUDGED);
            case ENUM, DOMAIN, COMPOSITE_TYPE, RANGE_TYPE, BASE_TYPE -> new Row(HARMLESS, JUDGED, JUDGED, JUDGED);
            case CHECK -> new Row(JUDGED, HARMLESS, JUDGED, HARMLESS);
            case FOREIGN_KEY, POLICY -> new Row(JUDGED, JUDGED, JUDGED, HARMLESS);
            case TRIGGER, RULE -> new Row(NOT_JUDGED, JUDGED, NOT_JUDGED, HARMLESS);
            case FUNCTION, PROCEDURE, AGGREGATE -> new Row(NOT_JUDGED, JUDGED, NOT_JUDGED, JUDGED);
            case SCHEMA,
                    EXTENSION,
                    LANGUAGE,
                    OPERATOR,
                    CAST,
                    COLLATION,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_SERVER,
                    USER_MAPPING,
                    SUBSCRIPTION -> new Row(HARMLESS, JUDGED, NOT_JUDGED, JUDGED);
            case PUBLICATION -> new Row(NOT_JUDGED, JUDGED, NOT_JUDGED, JUDGED);
            case ACCESS_METHOD, STATISTICS, OPERATOR_FAMILY, OPERATOR_CLASS ->
                new Row(HARMLESS, HARMLESS, HARMLESS, HARMLESS);
            case TRANSFORM,
                    CONVERSION,
                    FOREIGN_DATA_WRAPPER,
                    EVENT_TRIGGER,
                    DEFAULT_PRIVILEGES,
                    LARGE_OBJECT,
                    BUILT_IN -> new Row(NOT_JUDGED, NOT_JUDGED, NOT_JUDGED, NOT_JUDGED);
        };
    }

    /** Whether a row that was fine may be refused, because an expression cannot be computed for it. */
    private static boolean computes(SchemaObject added) {
        return switch (added.kind()) {
            case COLUMN -> !added.attribute("generated").isEmpty();
            case INDEX -> (added.attribute("columns") + added.attribute("predicate")).contains("(");
            default -> false;
        };
    }

    /** Whether a change that breaks nothing may still refuse or hide rows, by what is not to be read in two schemas. */
    static boolean isOpen(Change change) {
        return change instanceof Change.Added added
                ? computes(added.object())
                : change instanceof Changed changed && isOpen(changed);
    }

    private static boolean isOpen(Changed change) {
        String attribute = change.attribute();
        return switch (change.name().kind()) {
            case VIEW, MATERIALIZED_VIEW -> attribute.equals("definition");
            case FOREIGN_TABLE -> attribute.equals("server");
            case TABLE ->
                OF_TABLES.contains(attribute)
                        || (PARENTS.contains(attribute) && change.from().isEmpty());
            case COLUMN ->
                attribute.equals("identity")
                        && !change.from().isEmpty()
                        && !change.to().isEmpty()
                        && change.from().startsWith("always") == change.to().startsWith("always");
            default -> false;
        };
    }

    private static Stance ofAttribute(Changed change, Row row) {
        String attribute = change.attribute();
        boolean isJudged =
                switch (change.name().kind()) {
                    case FUNCTION, PROCEDURE, AGGREGATE -> OF_ROUTINES.contains(attribute);
                    case TRIGGER, RULE -> attribute.equals("enabled");
                    default -> attribute.equals("in schema");
                };
        if (attribute.equals("comment")) {
            return HARMLESS;
        } else if (isJudged || (RIGHTS.contains(attribute) && row.removed() == JUDGED)) {
            return JUDGED;
        }
        boolean isAnotherExpression = EXPRESSIONS.contains(attribute)
                && !change.from().isEmpty()
                && !change.to().isEmpty();
        boolean isOfForeignTable = change.name().kind() == ObjectKind.FOREIGN_TABLE && attribute.equals("options");
        return isAnotherExpression || isOfForeignTable ? NOT_JUDGED : row.changed();
    }
}
