package dev.switchback.postgresql.ddl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels of an enum as far as two lists tell which are the same: those that stand between the same neighbours are, under other
 * names.
 *
 * @param renames the new names by the old ones, in an order in which each is free
 * @param named the first list under the new names
 * @param certain whether none of the labels that go can be one that stays under another name
 */
record EnumLabels(Map<String, String> renames, List<String> named, boolean certain) {

    /**
     * Compares two lists.
     *
     * @param isOneType whether they are known to be of one type, which gains labels and loses none
     */
    static EnumLabels of(List<String> before, List<String> after, boolean isOneType) {
        return isOneType && before.size() == after.size()
                ? new EnumLabels(ordered(before, after), after, true)
                : aligned(before, after, isOneType);
    }

    private static EnumLabels aligned(List<String> before, List<String> after, boolean isOneType) {
        List<List<String>> lost = gaps(before, after);
        List<List<String>> fresh = gaps(after, before);
        Map<String, String> renames = new LinkedHashMap<>();
        if (kept(before, after).equals(kept(after, before))) {
            for (int gap = 0; gap < lost.size(); gap++) {
                List<String> from = lost.get(gap);
                List<String> to = fresh.get(gap);
                // where one list has more, what it has more is known at the end alone: ADD VALUE puts it there
                if (from.size() == to.size() || gap == lost.size() - 1) {
                    for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
                        renames.put(from.get(i), to.get(i));
                    }
                }
            }
        }
        return new EnumLabels(
                renames,
                before.stream().map(label -> renames.getOrDefault(label, label)).toList(),
                !isOneType || renames.size() == Math.min(count(lost), count(fresh)));
    }

    private static List<String> kept(List<String> labels, List<String> others) {
        return labels.stream().filter(others::contains).toList();
    }

    /** The labels that only one list has, before, between and behind those that both have. */
    private static List<List<String>> gaps(List<String> labels, List<String> others) {
        List<List<String>> gaps = new ArrayList<>(List.of(new ArrayList<>()));
        for (String label : labels) {
            if (others.contains(label)) {
                gaps.add(new ArrayList<>());
            } else {
                gaps.get(gaps.size() - 1).add(label);
            }
        }
        return gaps;
    }

    private static int count(List<List<String>> gaps) {
        return gaps.stream().mapToInt(List::size).sum();
    }

    /** Of labels that have each other's names, one takes another name for a while. */
    private static Map<String, String> ordered(List<String> before, List<String> after) {
        Map<String, String> renames = new LinkedHashMap<>();
        List<String> now = new ArrayList<>(before);
        while (!now.equals(after)) {
            int wrong = -1;
            boolean isFree = false;
            for (int i = 0; i < now.size() && !isFree; i++) {
                if (!now.get(i).equals(after.get(i))) {
                    wrong = i;
                    isFree = !now.contains(after.get(i));
                }
            }
            String name = isFree ? after.get(wrong) : now.get(wrong).replaceFirst("'$", "_meanwhile'");
            renames.put(now.set(wrong, name), name);
        }
        return renames;
    }
}
