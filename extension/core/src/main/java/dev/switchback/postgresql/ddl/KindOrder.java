package dev.switchback.postgresql.ddl;

import static dev.switchback.schema.ObjectKind.*;

import dev.switchback.schema.ObjectKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Order in which kinds are created and dropped, dependencies first. */
final class KindOrder {

    private static final Map<ObjectKind, Integer> CREATE = ranks(List.of(
            SCHEMA,
            EXTENSION,
            LANGUAGE,
            ACCESS_METHOD,
            FOREIGN_DATA_WRAPPER,
            FOREIGN_SERVER,
            USER_MAPPING,
            COLLATION,
            CONVERSION,
            ENUM,
            DOMAIN,
            COMPOSITE_TYPE,
            RANGE_TYPE,
            BASE_TYPE,
            SEQUENCE,
            TABLE,
            FOREIGN_TABLE,
            COLUMN,
            PRIMARY_KEY,
            UNIQUE,
            CHECK,
            EXCLUSION,
            FOREIGN_KEY,
            FUNCTION,
            PROCEDURE,
            AGGREGATE,
            OPERATOR,
            OPERATOR_FAMILY,
            OPERATOR_CLASS,
            CAST,
            TRANSFORM,
            VIEW,
            MATERIALIZED_VIEW,
            INDEX,
            STATISTICS,
            RULE,
            TRIGGER,
            POLICY,
            TEXT_SEARCH_PARSER,
            TEXT_SEARCH_TEMPLATE,
            TEXT_SEARCH_DICTIONARY,
            TEXT_SEARCH_CONFIGURATION,
            PUBLICATION,
            SUBSCRIPTION,
            EVENT_TRIGGER,
            DEFAULT_PRIVILEGES,
            LARGE_OBJECT,
            BUILT_IN));

    /** A column takes along what depends on it alone, and a table all that belongs to it. */
    private static final Map<ObjectKind, Integer> DROP = ranks(List.of(
            BUILT_IN,
            LARGE_OBJECT,
            DEFAULT_PRIVILEGES,
            EVENT_TRIGGER,
            SUBSCRIPTION,
            PUBLICATION,
            POLICY,
            TRIGGER,
            RULE,
            MATERIALIZED_VIEW,
            VIEW,
            COLUMN,
            FOREIGN_KEY,
            FOREIGN_TABLE,
            TABLE,
            CHECK,
            EXCLUSION,
            UNIQUE,
            PRIMARY_KEY,
            INDEX,
            STATISTICS,
            TEXT_SEARCH_CONFIGURATION,
            TEXT_SEARCH_DICTIONARY,
            TEXT_SEARCH_TEMPLATE,
            TEXT_SEARCH_PARSER,
            TRANSFORM,
            CAST,
            OPERATOR_CLASS,
            OPERATOR_FAMILY,
            OPERATOR,
            AGGREGATE,
            PROCEDURE,
            FUNCTION,
            SEQUENCE,
            BASE_TYPE,
            RANGE_TYPE,
            COMPOSITE_TYPE,
            DOMAIN,
            ENUM,
            CONVERSION,
            COLLATION,
            USER_MAPPING,
            FOREIGN_SERVER,
            FOREIGN_DATA_WRAPPER,
            ACCESS_METHOD,
            LANGUAGE,
            EXTENSION,
            SCHEMA));

    private KindOrder() {}

    static int ofCreate(ObjectKind kind) {
        return rank(CREATE, kind);
    }

    static int ofDrop(ObjectKind kind) {
        return rank(DROP, kind);
    }

    private static int rank(Map<ObjectKind, Integer> ranks, ObjectKind kind) {
        Integer rank = ranks.get(kind);
        if (rank == null) {
            throw new IllegalStateException("No rank for " + kind);
        }
        return rank;
    }

    private static Map<ObjectKind, Integer> ranks(List<ObjectKind> kinds) {
        Map<ObjectKind, Integer> ranks = new EnumMap<>(ObjectKind.class);
        kinds.forEach(kind -> ranks.put(kind, ranks.size()));
        return ranks;
    }
}
