package dev.switchback.text;

import java.util.ArrayList;
import java.util.List;

/** Finds the lines that differ between two texts: as few as can be. */
public final class LineDiff {

    /** Beyond so many pairs of lines, what lies between the first and the last difference counts as one. */
    private static final int MOST_PAIRS = 1_000_000;

    private final List<String> before;
    private final List<String> after;
    private final List<Hunk> hunks = new ArrayList<>();

    private LineDiff(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Neighbouring lines that differ.
     *
     * @param line where they begin in the text before, counted from 1
     */
    public record Hunk(int line, List<String> removed, List<String> added) {}

    public static List<Hunk> between(List<String> before, List<String> after) {
        LineDiff diff = new LineDiff(before, after);
        int shorter = Math.min(before.size(), after.size());
        int start = 0;
        while (start < shorter && before.get(start).equals(after.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && fromEnd(before, end).equals(fromEnd(after, end))) {
            end++;
        }
        diff.compare(start, before.size() - end, after.size() - end);
        return diff.hunks;
    }

    private static String fromEnd(List<String> lines, int index) {
        return lines.get(lines.size() - 1 - index);
    }

    private void compare(int start, int beforeEnd, int afterEnd) {
        if ((long) (beforeEnd - start) * (afterEnd - start) > MOST_PAIRS) {
            add(start, beforeEnd, start, afterEnd);
            return;
        }
        int[][] common = common(start, beforeEnd, afterEnd);
        int here = start;
        int there = start;
        while (here < beforeEnd || there < afterEnd) {
            int hunkHere = here;
            int hunkThere = there;
            while ((here < beforeEnd || there < afterEnd) && !same(here, beforeEnd, there, afterEnd)) {
                boolean removed = there == afterEnd
                        || (here < beforeEnd
                                && common[here + 1 - start][there - start] >= common[here - start][there + 1 - start]);
                here += removed ? 1 : 0;
                there += removed ? 0 : 1;
            }
            add(hunkHere, here, hunkThere, there);
            while (same(here, beforeEnd, there, afterEnd)) {
                here++;
                there++;
            }
        }
    }

    private boolean same(int here, int beforeEnd, int there, int afterEnd) {
        return here < beforeEnd && there < afterEnd && before.get(here).equals(after.get(there));
    }

    /** How many lines both have in common from each pair of places on. */
    private int[][] common(int start, int beforeEnd, int afterEnd) {
        int[][] common = new int[beforeEnd - start + 1][afterEnd - start + 1];
        for (int here = beforeEnd - 1; here >= start; here--) {
            for (int there = afterEnd - 1; there >= start; there--) {
                int i = here - start;
                int j = there - start;
                common[i][j] = before.get(here).equals(after.get(there))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private void add(int here, int hereEnd, int there, int thereEnd) {
        if (here < hereEnd || there < thereEnd) {
            hunks.add(new Hunk(here + 1, before.subList(here, hereEnd), after.subList(there, thereEnd)));
        }
    }
}
