package dev.switchback.migration.roundtrip;

import dev.switchback.schema.Schema;
import dev.switchback.schema.orphans.TableLink;
import dev.switchback.schema.orphans.TableLinks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables to which others refer by foreign keys.
 *
 * @param ofEach those of each table, by qualified names
 */
record ReferredTables(Map<String, Set<String>> ofEach) {

    static ReferredTables of(Schema schema) {
        return ReferredTables.of(schema, NamesBefore.SAME);
    }

    /** Those of the schema behind a migration, by the names before it. */
    static ReferredTables of(Schema after, NamesBefore names) {
        Map<String, Set<String>> ofEach = new HashMap<>();
        for (TableLink link : TableLinks.ofForeignKeys(after)) {
            ofEach.computeIfAbsent(names.table(link.table().name().qualified()), table -> new LinkedHashSet<>())
                    .add(names.table(link.parent().name().qualified()));
        }
        return new ReferredTables(ofEach);
    }

    ReferredTables and(ReferredTables more) {
        Map<String, Set<String>> both = new HashMap<>(ofEach);
        more.ofEach.forEach((table, parents) -> both.merge(table, parents, ReferredTables::union));
        return new ReferredTables(both);
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return all;
    }

    /** Tables, and all that they refer to. */
    Set<String> with(Collection<String> tables) {
        Set<String> all = new LinkedHashSet<>(tables);
        List<String> due = new ArrayList<>(all);
        while (!due.isEmpty()) {
            for (String parent : ofEach.getOrDefault(due.remove(due.size() - 1), Set.of())) {
                if (all.add(parent)) {
                    due.add(parent);
                }
            }
        }
        return all;
    }
}
