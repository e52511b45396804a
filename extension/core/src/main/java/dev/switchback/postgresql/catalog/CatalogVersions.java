package dev.switchback.postgresql.catalog;

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
record CatalogVersions(Map<String, Version> catalogs, Map<Long, Version> relations) {

    static final CatalogVersions NONE = new CatalogVersions(Map.of(), Map.of());

    record Version(long rows, long newest) {}

    static CatalogVersions read(Statement statement, String sql) throws SQLException {
        Map<String, Version> catalogs = new HashMap<>();
        Map<Long, Version> relations = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                Version version = new Version(rows.getLong(3), rows.getLong(4));
                String catalog = rows.getString(1);
                if (catalog == null) {
                    relations.put(rows.getLong(2), version);
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
        Set<String> changed = changed(earlier.catalogs, catalogs);
        changed.addAll(gone(earlier.catalogs, catalogs));
        return changed;
    }

    /** With those that are new. */
    Set<Long> relationsChangedSince(CatalogVersions earlier) {
        return changed(earlier.relations, relations);
    }

    Set<Long> relationsGoneSince(CatalogVersions earlier) {
        return gone(earlier.relations, relations);
    }

    private static <K> Set<K> changed(Map<K, Version> earlier, Map<K, Version> now) {
        Set<K> changed = new HashSet<>();
        now.forEach((key, version) -> {
            if (!version.equals(earlier.get(key))) {
                changed.add(key);
            }
        });
        return changed;
    }

    private static <K> Set<K> gone(Map<K, Version> earlier, Map<K, Version> now) {
        Set<K> gone = new HashSet<>(earlier.keySet());
        gone.removeAll(now.keySet());
        return gone;
    }
}
