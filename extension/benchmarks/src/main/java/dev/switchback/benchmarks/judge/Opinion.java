package dev.switchback.benchmarks.judge;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The opinion of one judge on one step.
 *
 * @param step the name of the migration's file
 * @param kinds what is wrong with it; empty if it holds. What is mild counts only where nothing else is wrong
 * @param reasons the differences or errors, for a reader
 */
record Opinion(String step, Set<Kind> kinds, String reasons) {

    Opinion {
        Set<Kind> all = new TreeSet<>(kinds);
        if (!Kind.MILD.containsAll(all)) {
            all.removeAll(Kind.MILD);
        }
        kinds = all;
    }

    boolean agreesWith(Opinion other) {
        return kinds.equals(other.kinds);
    }

    @Override
    public String toString() {
        return kinds.isEmpty() ? "holds" : kinds.stream().map(Kind::label).collect(Collectors.joining(", "));
    }
}
