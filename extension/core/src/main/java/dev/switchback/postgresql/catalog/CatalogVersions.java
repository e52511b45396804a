package dev.switchback.postgresql.catalog;

import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The versions that tell whether catalogs have changed: of each group of rows, how many there are and the newest transaction that
 * wrote one. Whatever is inserted or updated has a newer transaction, whatever is only deleted makes the rows fewer.
 *
 * @param parts the groups, by the parts of {@link VersionsQuery}
 */
record CatalogVersions(Map<Integer, Map<CatalogVersions.Group, Version>> parts) {

    static final CatalogVersions NONE = new CatalogVersions(Map.of());

    private static final Aspect[] ASPECTS = Aspect.values();

    record Version(long rows, long newest) {}

    /** Rows that belong to one aspect of a relation or, where they have a name that {@link CatalogQuery#catalogs()} uses, to none. */
    record Group(String catalog, long relation, Aspect aspect) {

        boolean isOfRelation() {
            return catalog.isEmpty();
        }
    }

    /** Reads one part. */
    static Map<Group, Version> read(ResultSet rows) throws SQLException {
        Map<Group, Version> groups = new HashMap<>();
        while (rows.next()) {
            String catalog = rows.getString(1);
            groups.put(
                    new Group(catalog == null ? "" : catalog, rows.getLong(2), ASPECTS[rows.getInt(3)]),
                    new Version(rows.getLong(4), rows.getLong(5)));
        }
        return groups;
    }

    /** These with some parts that were read again. */
    CatalogVersions with(Map<Integer, Map<Group, Version>> fresh) {
        Map<Integer, Map<Group, Version>> now = new HashMap<>(parts);
        fresh.forEach((part, groups) -> now.merge(
                part, groups, part == VersionsQuery.COLUMNS ? CatalogVersions::joined : (before, after) -> after));
        return new CatalogVersions(now);
    }

    private static Map<Group, Version> joined(Map<Group, Version> before, Map<Group, Version> after) {
        Map<Group, Version> joined = new HashMap<>(before);
        joined.putAll(after);
        return joined;
    }

    /** The newest transaction that has written a column. */
    long newestOfColumns() {
        return parts.getOrDefault(VersionsQuery.COLUMNS, Map.of()).values().stream()
                .mapToLong(Version::newest)
                .max()
                .orElse(-1);
    }

    /** Whether nothing was read yet: some catalogs are never empty. */
    boolean isNone() {
        return parts.isEmpty();
    }

    /** The groups that have changed, are new or are gone. */
    Set<Group> changedSince(CatalogVersions earlier) {
        Set<Integer> numbers = new HashSet<>(parts.keySet());
        numbers.addAll(earlier.parts.keySet());
        Set<Group> changed = new HashSet<>();
        for (Integer part : numbers) {
            Map<Group, Version> now = parts.getOrDefault(part, Map.of());
            Map<Group, Version> before = earlier.parts.getOrDefault(part, Map.of());
            if (now != before) {
                addChanged(before, now, changed);
            }
        }
        return changed;
    }

    private static void addChanged(Map<Group, Version> before, Map<Group, Version> now, Set<Group> changed) {
        now.forEach((group, version) -> {
            if (!version.equals(before.get(group))) {
                changed.add(group);
            }
        });
        before.keySet().stream().filter(group -> !now.containsKey(group)).forEach(changed::add);
    }

    /** The relations that are due because they have changed. */
    DueRelations relations(Set<Group> changed) {
        Set<Long> there = relations();
        DueRelations due = new DueRelations();
        changed.stream()
                .filter(group -> group.isOfRelation() && there.contains(group.relation()))
                .forEach(due::add);
        return due;
    }

    /** The relations that were not there. */
    Set<Long> newSince(CatalogVersions earlier) {
        return areSameAs(earlier) ? Set.of() : without(relations(), earlier.relations());
    }

    /** The relations that are no longer there. */
    Set<Long> goneSince(CatalogVersions earlier) {
        return areSameAs(earlier) ? Set.of() : without(earlier.relations(), relations());
    }

    private boolean areSameAs(CatalogVersions earlier) {
        return earlier.parts.get(VersionsQuery.RELATIONS) == parts.get(VersionsQuery.RELATIONS);
    }

    private static Set<Long> without(Set<Long> some, Set<Long> others) {
        some.removeAll(others);
        return some;
    }

    private Set<Long> relations() {
        return parts.getOrDefault(VersionsQuery.RELATIONS, Map.of()).keySet().stream()
                .filter(group -> group.aspect() == Aspect.ITSELF)
                .map(Group::relation)
                .collect(toSet());
    }
}
