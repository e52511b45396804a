package dev.switchback.postgresql.catalog;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Relations that are to be read again, by the aspects in which they may have changed. */
final class DueRelations {

    private final Map<Aspect, Set<Long>> relations = new EnumMap<>(Aspect.class);

    void add(CatalogVersions.Group group) {
        in(group.aspect()).add(group.relation());
    }

    /** Adds relations that may have changed in every aspect. */
    void addWhole(Collection<Long> whole) {
        for (Aspect aspect : Aspect.values()) {
            in(aspect).addAll(whole);
        }
    }

    /** Those that have changed in at least one of these aspects. */
    Set<Long> in(Set<Aspect> aspects) {
        Set<Long> due = new HashSet<>();
        aspects.forEach(aspect -> due.addAll(in(aspect)));
        return due;
    }

    Set<Long> all() {
        return in(EnumSet.allOf(Aspect.class));
    }

    private Set<Long> in(Aspect aspect) {
        return relations.computeIfAbsent(aspect, any -> new HashSet<>());
    }
}
