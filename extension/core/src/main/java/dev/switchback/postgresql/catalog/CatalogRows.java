package dev.switchback.postgresql.catalog;

import dev.switchback.schema.SchemaObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The results of the catalog queries, by query and relation. */
final class CatalogRows {

    private final List<Map<Long, List<SchemaObject>>> byQuery = new ArrayList<>();

    CatalogRows(int queries) {
        for (int i = 0; i < queries; i++) {
            byQuery.add(new HashMap<>());
        }
    }

    /** The same, which changes for itself. */
    CatalogRows copy() {
        CatalogRows copy = new CatalogRows(0);
        byQuery.forEach(here -> copy.byQuery.add(new HashMap<>(here)));
        return copy;
    }

    void add(int query, ResultSet rows) throws SQLException {
        Map<Long, List<SchemaObject>> byRelation = byQuery.get(query);
        ObjectRows.map(rows, (relation, object) -> byRelation
                .computeIfAbsent(relation, any -> new ArrayList<>())
                .add(object));
    }

    /** Whether a query has found something for a relation. */
    boolean has(int query, Long relation) {
        return byQuery.get(query).containsKey(relation);
    }

    List<SchemaObject> objects() {
        return byQuery.stream()
                .flatMap(byRelation -> byRelation.values().stream())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Puts what one query has read again in the place of what was there.
     *
     * @param relations for which it was run, where objects belong to relations
     * @return what was there
     */
    List<SchemaObject> replace(int query, Collection<Long> relations, CatalogRows fresh) {
        List<SchemaObject> old = new ArrayList<>();
        Map<Long, List<SchemaObject>> here = byQuery.get(query);
        relations.forEach(relation -> remove(here, relation, old));
        remove(here, 0L, old);
        here.putAll(fresh.byQuery.get(query));
        return old;
    }

    /** Takes away what belongs to relations that are no longer there; returns what that was. */
    List<SchemaObject> remove(Collection<Long> relations) {
        List<SchemaObject> old = new ArrayList<>();
        byQuery.forEach(here -> relations.forEach(relation -> remove(here, relation, old)));
        return old;
    }

    private static void remove(Map<Long, List<SchemaObject>> from, Long relation, List<SchemaObject> removed) {
        List<SchemaObject> objects = from.remove(relation);
        if (objects != null) {
            removed.addAll(objects);
        }
    }
}
