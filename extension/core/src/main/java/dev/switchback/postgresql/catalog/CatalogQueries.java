package dev.switchback.postgresql.catalog;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** All queries that make up a schema, as a server of one version understands them. */
final class CatalogQueries {

    private static final Map<Integer, List<CatalogQuery>> BY_VERSION = new ConcurrentHashMap<>();

    private CatalogQueries() {}

    static List<CatalogQuery> of(int version) {
        return BY_VERSION.computeIfAbsent(version, CatalogQueries::expanded);
    }

    private static List<CatalogQuery> expanded(int version) {
        Sql sql = new Sql(version);
        return Stream.of(
                        Namespaces.SCHEMAS,
                        Namespaces.EXTENSIONS,
                        Namespaces.DEFAULT_PRIVILEGES,
                        Tables.TABLES,
                        Tables.COLUMNS,
                        Tables.VIEWS,
                        Constraints.CONSTRAINTS,
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
                .map(query -> new CatalogQuery(query.catalogs(), sql.expand(query.sql())))
                .toList();
    }
}
