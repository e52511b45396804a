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
                        Namespaces.SCHEMAS,
                        Namespaces.EXTENSIONS,
                        Namespaces.DEFAULT_PRIVILEGES,
                        Tables.TABLES,
                        Tables.COLUMNS,
                        Tables.VIEWS,
                        Constraints.CONSTRAINTS,
                        Constraints.DOMAIN_CHECKS,
                        Indexes.INDEXES,
                        Indexes.STATISTICS,
                        Sequences.SEQUENCES,
                        Types.TYPES,
                        Types.DETAILED_TYPES,
                        Routines.ROUTINES,
                        Triggers.TRIGGERS,
                        Triggers.RULES,
                        Triggers.POLICIES,
                        Triggers.EVENT_TRIGGERS,
                        Operators.OPERATORS,
                        Operators.CASTS,
                        Texts.TEXT_SEARCH,
                        Texts.COLLATIONS,
                        Foreign.SERVERS,
                        Foreign.PUBLICATIONS,
                        Foreign.SUBSCRIPTIONS)
                .map(query -> ServerQuery.of(query, version))
                .toList();
    }
}
