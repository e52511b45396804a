package dev.switchback.migration.roundtrip;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Migrations that are judged one after the other.
 *
 * @param from the index of the first
 * @param until the index behind the last
 */
public record StepRange(int from, int until) {

    /** To begin anew behind so few known steps would take as long as to judge them once more. */
    private static final int FEW = 10;

    /** The ranges of all that are not known between two indexes; a few known ones in between are judged, too. */
    public static List<StepRange> ofUnknown(int from, int until, IntPredicate isKnown) {
        List<StepRange> ranges = new ArrayList<>();
        for (int i = from; i < until; i++) {
            if (!isKnown.test(i)) {
                StepRange last = ranges.isEmpty() ? new StepRange(i, i) : ranges.get(ranges.size() - 1);
                if (!ranges.isEmpty() && i - last.until() < FEW) {
                    ranges.set(ranges.size() - 1, new StepRange(last.from(), i + 1));
                } else {
                    ranges.add(new StepRange(i, i + 1));
                }
            }
        }
        return List.copyOf(ranges);
    }

    public boolean contains(int index) {
        return from <= index && index < until;
    }
}
