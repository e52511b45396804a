package dev.switchback;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Knots of one package: groups of top-level classes of which each depends, directly or not, on every other (the strongly
 * connected components of the graph, by Tarjan's algorithm). Nested classes count as part of their top-level class. A rule on
 * packages does not see them.
 */
final class Knots {

    private final Map<String, Set<String>> uses = new TreeMap<>();
    private final Map<String, Integer> index = new HashMap<>();
    private final Map<String, Integer> low = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final Set<String> isOpen = new HashSet<>();
    private final List<Set<String>> knots = new ArrayList<>();

    private Knots() {}

    /** The knots of a package without those below it, largest first, each as sorted simple names; none of a single class. */
    static List<Set<String>> in(JavaClasses classes, String packageName) {
        Knots search = new Knots();
        classes.stream()
                .filter(each -> each.getPackageName().equals(packageName))
                .forEach(search::add);
        for (String type : List.copyOf(search.uses.keySet())) {
            if (!search.index.containsKey(type)) {
                search.visit(type);
            }
        }
        return search.knots.stream()
                .sorted(Comparator.comparingInt((Set<String> knot) -> knot.size())
                        .reversed())
                .toList();
    }

    private void add(JavaClass type) {
        Set<String> used = uses.computeIfAbsent(topLevel(type), absent -> new TreeSet<>());
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
            JavaClass target = dependency.getTargetClass().getBaseComponentType();
            if (target.getPackageName().equals(type.getPackageName())) {
                used.add(topLevel(target));
            }
        }
    }

    private static String topLevel(JavaClass type) {
        return type.getName().substring(type.getPackageName().length() + 1).split("\\$", 2)[0];
    }

    private void visit(String type) {
        index.put(type, index.size());
        low.put(type, index.get(type));
        open.push(type);
        isOpen.add(type);
        for (String used : uses.getOrDefault(type, Set.of())) {
            if (!index.containsKey(used)) {
                visit(used);
                low.merge(type, low.get(used), Math::min);
            } else if (isOpen.contains(used)) {
                low.merge(type, index.get(used), Math::min);
            }
        }
        if (low.get(type).equals(index.get(type))) {
            close(type);
        }
    }

    private void close(String root) {
        Set<String> knot = new TreeSet<>();
        String type;
        do {
            type = open.pop();
            isOpen.remove(type);
            knot.add(type);
        } while (!type.equals(root));
        if (knot.size() > 1) {
            knots.add(knot);
        }
    }
}
