package dev.switchback.postgresql.filling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Parents before their children. Where keys that may be null make a circle, they wait; where keys that may not do, the tables go together. */
final class FillingOrder {

    private final Map<Long, Set<Long>> all = new HashMap<>();
    private final Map<Long, Set<Long>> needed = new HashMap<>();

    private FillingOrder(List<FilledTarget> targets) {
        Map<Long, Set<Long>> leaves = new HashMap<>();
        targets.forEach(target -> {
            leaves.computeIfAbsent(target.root(), absent -> new LinkedHashSet<>())
                    .add(target.id());
            leaves.computeIfAbsent(target.id(), absent -> new LinkedHashSet<>()).add(target.id());
        });
        for (FilledTarget target : targets) {
            for (ParentLink link : target.parents()) {
                boolean mayBeNull = link.columns().stream()
                        .anyMatch(name -> target.column(name).mayBeNull());
                Set<Long> parents = leaves.getOrDefault(link.parent(), Set.of());
                if (!parents.contains(target.id())) {
                    all.computeIfAbsent(target.id(), absent -> new LinkedHashSet<>())
                            .addAll(parents);
                    if (!mayBeNull) {
                        needed.computeIfAbsent(target.id(), absent -> new LinkedHashSet<>())
                                .addAll(parents);
                    }
                }
            }
        }
    }

    /** The tables in order; those of one list need each other. */
    static List<List<FilledTarget>> of(List<FilledTarget> targets) {
        FillingOrder order = new FillingOrder(targets);
        Map<Long, FilledTarget> left = new LinkedHashMap<>();
        targets.forEach(target -> left.put(target.id(), target));
        List<List<FilledTarget>> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            List<FilledTarget> next = order.next(left);
            next.forEach(target -> left.remove(target.id()));
            groups.add(next);
        }
        return groups;
    }

    private List<FilledTarget> next(Map<Long, FilledTarget> left) {
        for (Map<Long, Set<Long>> edges : List.of(all, needed)) {
            for (FilledTarget target : left.values()) {
                if (edges.getOrDefault(target.id(), Set.of()).stream().noneMatch(left::containsKey)) {
                    return List.of(target);
                }
            }
        }
        return smallestCircle(left);
    }

    /** The tables that can be reached from each other; of several such circles, one that needs no other. */
    private List<FilledTarget> smallestCircle(Map<Long, FilledTarget> left) {
        List<FilledTarget> smallest = List.copyOf(left.values());
        for (FilledTarget target : left.values()) {
            Set<Long> reached = reached(target.id(), left);
            if (reached.contains(target.id()) && reached.size() < smallest.size()) {
                smallest = left.values().stream()
                        .filter(each -> reached.contains(each.id()))
                        .toList();
            }
        }
        return smallest;
    }

    private Set<Long> reached(long from, Map<Long, FilledTarget> left) {
        Set<Long> reached = new HashSet<>();
        List<Long> due = new ArrayList<>(List.of(from));
        while (!due.isEmpty()) {
            for (long parent : needed.getOrDefault(due.remove(due.size() - 1), Set.of())) {
                if (left.containsKey(parent) && reached.add(parent)) {
                    due.add(parent);
                }
            }
        }
        return reached;
    }
}
