package dev.switchback.postgresql.catalog;

import static java.util.stream.Collectors.toCollection;

import dev.switchback.schema.Schema;
import dev.switchback.schema.SchemaObject;
import dev.switchback.schema.SchemaTracker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Reads again the relations of which a row has changed, what depends on their columns, and of everything else the queries
 * whose catalogs have changed. After a relation or a column was renamed, it reads all that refers to them as well; after
 * anything else was renamed, which the text of any object may hold, it reads everything.
 */
final class CatalogTracker implements SchemaTracker {

    /** After so many changes it pays to remove what they have left in the catalogs: every reading goes through that. */
    private static final int CHANGES_BETWEEN_VACUUMS = 60;

    private final CatalogSession session;
    private final List<ServerQuery> queries;
    private final List<Integer> exclusive;

    private CatalogVersions versions = CatalogVersions.NONE;
    private CatalogRows found;
    private Schema schema;
    private int changes;

    /** Begins with a schema that has nothing but its origin. */
    CatalogTracker(Connection connection, int version, Schema nothing) {
        this.session = new CatalogSession(connection, version);
        this.queries = CatalogQueries.of(version);
        this.exclusive = exclusive(version);
        this.found = new CatalogRows(queries.size());
        this.schema = nothing;
    }

    private record State(CatalogVersions versions, CatalogRows found, Schema schema) implements Known {}

    /** Begins with what another one has read. */
    void beginWith(Known known) {
        if (known instanceof State state) {
            versions = state.versions();
            found = state.found().copy();
            schema = state.schema().in(schema.origin());
        }
    }

    @Override
    public Optional<Known> known() {
        return versions.isNone() ? Optional.empty() : Optional.of(new State(versions, found.copy(), schema));
    }

    @Override
    public Schema read() throws SQLException {
        return read(session.versions());
    }

    @Override
    public Schema read(Set<String> written) throws SQLException {
        return versions.isNone() ? read() : read(session.versions(written, versions));
    }

    private Schema read(CatalogVersions now) throws SQLException {
        Set<CatalogVersions.Group> changed = now.changedSince(versions);
        if (!changed.isEmpty()) {
            if (versions.isNone() || !readChanged(changed, now)) {
                readAll();
            }
            if (++changes % CHANGES_BETWEEN_VACUUMS == 0) {
                session.vacuum();
            }
        }
        versions = now;
        return schema;
    }

    private void readAll() throws SQLException {
        CatalogRows all = new CatalogRows(queries.size());
        session.all(all::add);
        found = all;
        schema = schema.with(all.objects());
    }

    /** Returns whether that was enough. */
    private boolean readChanged(Set<CatalogVersions.Group> groups, CatalogVersions now) throws SQLException {
        Set<String> catalogs =
                groups.stream().map(CatalogVersions.Group::catalog).collect(toCollection(HashSet::new));
        if (VersionsQuery.FOR_ALL.stream().anyMatch(catalogs::contains)) {
            return false;
        }
        Set<Long> gone = now.goneSince(versions);
        DueRelations relations = now.relations(groups);
        // each part of the versions is of a moment of its own
        relations.addWhole(now.newSince(versions));
        Set<Long> changed = relations.all();
        if (!changed.isEmpty()) {
            Dependents dependents = session.dependents(Dependents.OF_COLUMNS, changed);
            relations.addWhole(dependents.relations());
            catalogs.addAll(dependents.catalogs());
        }
        ReplacedObjects replaced = reread(gone, relations, catalogs);
        if (replaced.isNameChanged(object -> !ReplacedObjects.isOfRelation(object))) {
            return false;
        }
        if (!replaced.isNameChanged(ReplacedObjects::isOfRelation)) {
            schema = schema.with(replaced.old(), replaced.fresh());
            return true;
        }
        Dependents dependents = session.dependents(Dependents.OF_NAMES, relations.all());
        DueRelations referring = new DueRelations();
        referring.addWhole(dependents.relations());
        reread(Set.of(), referring, dependents.catalogs());
        schema = schema.with(found.objects());
        return true;
    }

    private ReplacedObjects reread(Set<Long> gone, DueRelations relations, Set<String> catalogs) throws SQLException {
        Map<Integer, Set<Long>> due = new TreeMap<>();
        for (int number = 0; number < queries.size(); number++) {
            Set<Long> ofQuery = due(number, relations);
            if (!ofQuery.isEmpty() || queries.get(number).catalogs().stream().anyMatch(catalogs::contains)) {
                due.put(number, ofQuery);
            }
        }
        CatalogRows fresh = new CatalogRows(queries.size());
        session.some(due, fresh::add);
        List<SchemaObject> old = found.remove(gone);
        due.forEach((number, ofQuery) -> old.addAll(found.replace(number, ofQuery, fresh)));
        return new ReplacedObjects(old, fresh.objects());
    }

    /** Leaves out what another query is known to give. */
    private Set<Long> due(int number, DueRelations relations) {
        Set<Long> due = relations.in(queries.get(number).aspects());
        if (exclusive.contains(number)) {
            due.removeIf(relation ->
                    !found.has(number, relation) && exclusive.stream().anyMatch(other -> found.has(other, relation)));
        }
        return due;
    }

    /**
     * The queries that give relations themselves, of which each relation has one for good: it never becomes one of another kind, but
     * that before PostgreSQL 16 a rule makes a table a view.
     */
    private List<Integer> exclusive(int version) {
        return version < 16
                ? List.of()
                : IntStream.range(0, queries.size())
                        .boxed()
                        .filter(number -> queries.get(number).givesRelations())
                        .toList();
    }
}
