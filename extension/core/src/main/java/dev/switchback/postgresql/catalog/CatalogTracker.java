package dev.switchback.postgresql.catalog;

import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.SchemaTracker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads again the relations of which a row has changed, what depends on their columns, and of everything else the queries
 * whose catalogs have changed. Where that is not enough, because a name has changed that the text of anything may hold, it
 * reads everything.
 */
final class CatalogTracker implements SchemaTracker {

    private final CatalogSession session;
    private final List<ServerQuery> queries;
    private final List<Integer> everyQuery;

    private CatalogVersions versions = CatalogVersions.NONE;
    private Found found;
    private Schema schema;

    /** Begins with a schema that has nothing but its origin. */
    CatalogTracker(Connection connection, int version, Schema nothing) {
        this.session = new CatalogSession(connection, version);
        this.queries = CatalogQueries.of(version);
        this.everyQuery = IntStream.range(0, queries.size()).boxed().toList();
        this.found = new Found(queries.size());
        this.schema = nothing;
    }

    @Override
    public Schema read() throws SQLException {
        CatalogVersions now = session.versions();
        if (!now.equals(versions)) {
            if (versions.isNone() || !readChanged(now)) {
                readAll();
            }
            versions = now;
        }
        return schema;
    }

    private void readAll() throws SQLException {
        Found all = new Found(queries.size());
        session.all(everyQuery, all::add);
        found = all;
        schema = schema.with(all.objects());
    }

    /** Returns whether that was enough. */
    private boolean readChanged(CatalogVersions now) throws SQLException {
        Set<String> catalogs = now.catalogsChangedSince(versions);
        if (VersionsQuery.FOR_ALL.stream().anyMatch(catalogs::contains)) {
            return false;
        }
        Set<Long> relations = now.relationsChangedSince(versions);
        if (!relations.isEmpty()) {
            Dependents dependents = session.dependentsOf(relations);
            relations.addAll(dependents.relations());
            catalogs.addAll(dependents.catalogs());
        }
        List<Integer> due = everyQuery.stream()
                .filter(number -> isDue(queries.get(number), catalogs, relations))
                .toList();
        Found fresh = new Found(queries.size());
        session.some(due, relations, fresh::add);
        List<SchemaObject> old = found.replace(due, relations, fresh);
        if (isNameChanged(old, fresh.objects())) {
            return false;
        }
        schema = schema.with(old, fresh.objects());
        return true;
    }

    private static boolean isDue(ServerQuery query, Set<String> catalogs, Set<Long> relations) {
        return query.some().isPresent()
                ? !relations.isEmpty()
                : query.catalogs().stream().anyMatch(catalogs::contains);
    }

    /** Whether something is there under another name now; an enum has labels, and a range type a multirange, with names too. */
    private static boolean isNameChanged(List<SchemaObject> old, List<SchemaObject> fresh) {
        Map<List<Object>, SchemaObject> byIdentity = new HashMap<>();
        old.forEach(object -> byIdentity.put(identity(object), object));
        return fresh.stream().anyMatch(object -> {
            SchemaObject before = byIdentity.get(identity(object));
            return before != null && isNameChanged(before, object);
        });
    }

    private static boolean isNameChanged(SchemaObject before, SchemaObject after) {
        return switch (after.kind()) {
            case ENUM, RANGE_TYPE -> !before.equals(after);
            default -> !before.name().equals(after.name());
        };
    }

    private static List<Object> identity(SchemaObject object) {
        return List.of(object.kind(), object.identity());
    }
}
