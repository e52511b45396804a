package dev.switchback.postgresql.catalog;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What tells that catalogs have changed: of each group of rows, how many there are and the newest transaction that wrote one.
 * Whatever is inserted or updated has a newer transaction, whatever is only deleted makes the rows fewer.
 *
 * @param catalogs the rows that belong to no relation, by the names that {@link CatalogQuery#catalogs()} uses
 * @param relations the rows that belong to a relation or to its columns, indexes, constraints and rules
 */
record CatalogVersions(Map<String, Version> catalogs, Map<Part, Version> relations) {

    static final CatalogVersions NONE = new CatalogVersions(Map.of(), Map.of());

    private static final Aspect[] ASPECTS = Aspect.values();

    record Version(long rows, long newest) {}

    /** One aspect of a relation. */
    record Part(long relation, Aspect aspect) {}

    static CatalogVersions read(Statement statement, String sql) throws SQLException {
        Map<String, Version> catalogs = new HashMap<>();
        Map<Part, Version> relations = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Version version = new Version(rows.getLong(4), rows.getLong(5));
                String catalog = rows.getString(1);
                if (catalog == null) {
                    relations.put(new Part(rows.getLong(2), ASPECTS[rows.getInt(3)]), version);
                } else {
                    catalogs.put(catalog, version);
                }
            }
        }
        return new CatalogVersions(catalogs, relations);
    }

    /** Whether nothing was read yet: some catalogs are never empty. */
    boolean isNone() {
        return catalogs.isEmpty();
    }

    Set<String> catalogsChangedSince(CatalogVersions earlier) {
        return changed(earlier.catalogs, catalogs);
    }

    /** What has changed, is new or is gone of the relations that are there. */
    DueRelations relationsChangedSince(CatalogVersions earlier) {
        DueRelations due = new DueRelations();
        changed(earlier.relations, relations).stream()
                .filter(part -> relations.containsKey(new Part(part.relation(), Aspect.ITSELF)))
                .forEach(due::add);
        return due;
    }

    /** The relations that are no longer there. */
    Set<Long> relationsGoneSince(CatalogVersions earlier) {
        return earlier.relations.keySet().stream()
                .filter(part -> part.aspect() == Aspect.ITSELF && !relations.containsKey(part))
                .map(Part::relation)
                .collect(toSet());
    }

    private static <K> Set<K> changed(Map<K, Version> earlier, Map<K, Version> now) {
        Set<K> changed = new HashSet<>();
        now.forEach((key, version) -> {
            if (!version.equals(earlier.get(key))) {
                changed.add(key);
            }
        });
        earlier.keySet().stream().filter(key -> !now.containsKey(key)).forEach(changed::add);
        return changed;
    }
}
