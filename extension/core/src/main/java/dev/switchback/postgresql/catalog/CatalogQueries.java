package dev.switchback.postgresql.catalog;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All queries that make up a schema, as a server of one version understands them. */
final class CatalogQueries {

    private static final Map<Integer, List<ServerQuery>> BY_VERSION = new ConcurrentHashMap<>();

    private CatalogQueries() {}

    static List<ServerQuery> of(int version) {
        return BY_VERSION.computeIfAbsent(version, CatalogQueries::expanded);
    }

    private static List<ServerQuery> expanded(int version) {
        return Stream.of(
                        NamespaceQueries.SCHEMAS,
                        NamespaceQueries.EXTENSIONS,
                        NamespaceQueries.DEFAULT_PRIVILEGES,
                        TableQueries.TABLES,
                        TableQueries.COLUMNS,
                        TableQueries.VIEWS,
                        ConstraintQueries.CONSTRAINTS,
                        ConstraintQueries.DOMAIN_CHECKS,
                        IndexQueries.INDEXES,
                        IndexQueries.STATISTICS,
                        SequenceQueries.SEQUENCES,
                        TypeQueries.TYPES,
                        TypeQueries.DETAILED_TYPES,
                        RoutineQueries.ROUTINES,
                        TriggerQueries.TRIGGERS,
                        TriggerQueries.RULES,
                        TriggerQueries.POLICIES,
                        TriggerQueries.EVENT_TRIGGERS,
                        OperatorQueries.OPERATORS,
                        OperatorQueries.CASTS,
                        TextQueries.TEXT_SEARCH,
                        TextQueries.COLLATIONS,
                        ForeignQueries.SERVERS,
                        ForeignQueries.PUBLICATIONS,
                        ForeignQueries.SUBSCRIPTIONS,
                        BuiltIns.PRIVILEGES,
                        BuiltIns.LARGE_OBJECTS)
                .map(query -> ServerQuery.of(query, version))
                .toList();
    }
}
